package org.embargo.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;

/**
 * The cases that a transaction looked at last, each as its journal was then: one mail is about few cases and looks at each
 * again and again, and a case may have thousands of lines. One thread.
 */
final class FoldedCases {
    /** Who goes through all cases looks at each once. */
    private static final int MOST = 4;

    private final Map<CaseId, Folded> folded = new LinkedHashMap<>();

    /** The case, if it was folded when {@code mark} was its newest line's MAC. */
    Optional<Case> find(CaseId id, String mark) {
        return Optional.ofNullable(folded.get(id))
                .filter(each -> each.mark().equals(mark))
                .map(Folded::current);
    }

    void keep(CaseId id, String mark, Case current) {
        folded.remove(id);
        folded.put(id, new Folded(mark, current));
        if (folded.size() > MOST) {
            folded.remove(folded.keySet().iterator().next());
        }
    }

    private record Folded(String mark, Case current) {}
}
