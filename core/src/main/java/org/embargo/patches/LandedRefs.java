package org.embargo.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.embargo.model.PlannedRef;

/** Looks which refs of an earlier push are in the repository; others may have pushed on top of them since. */
final class LandedRefs {

    private final PrivateClone clone;
    private final Map<String, String> refs;

    LandedRefs(PrivateClone clone, Map<String, String> refs) {
        this.clone = clone;
        this.refs = refs;
    }

    List<PlannedRef> of(List<PlannedRef> recorded) {
        List<PlannedRef> landed = new ArrayList<>();
        clone.fetch(recorded.stream()
                .filter(each -> !each.isTag() && refs.containsKey(each.ref()))
                .map(PlannedRef::ref)
                .toList());
        recorded.stream().filter(this::isThere).forEach(landed::add);
        return landed;
    }

    private boolean isThere(PlannedRef planned) {
        String now = refs.get(planned.ref());
        if (now == null || now.equals(planned.id())) {
            return now != null;
        }
        return !planned.isTag()
                && clone.run(PrivateClone.NO_INPUT, "merge-base", "--is-ancestor", planned.id(), now)
                        .isGood();
    }
}
