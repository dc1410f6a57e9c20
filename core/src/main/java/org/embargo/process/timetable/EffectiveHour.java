package org.embargo.process.timetable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.Urgency;
import org.embargo.process.standing.ApprovedContent;

/** When a case becomes public, as far as its journal says (contract, sections 7 and 10). */
public final class EffectiveHour {

    private EffectiveHour() {}

    /** Empty while nothing sets it. */
    public static Optional<Instant> of(Case current, DisclosureClocks clocks) {
        Optional<Instant> set = current.schedule().disclosure();
        if (current.schedule().urgency() == Urgency.LEAKED) {
            return approved(current, clocks.approvals());
        }
        return current.schedule().urgency() == Urgency.EXPLOITED
                ? earlier(set, current.notices().decided().map(at -> at.plus(clocks.timeSensitiveNotice())))
                : set;
    }

    /** What is public already waits for nothing but approval. Whether that still holds is asked at the step. */
    private static Optional<Instant> approved(Case current, int wanted) {
        List<Approvals.Approval> given = current.approvals().given();
        return current.approvals().content().isEmpty()
                        || given.size() < wanted
                        || !ApprovedContent.hasFreshEyes(current, given, wanted)
                ? Optional.empty()
                : given.stream().map(Approvals.Approval::at).max(Comparator.naturalOrder());
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }
}
