package org.embargo.process.timetable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Case;

/** The hour of disclosure that recipients and reporter are told. */
public final class NoticeHour {

    private NoticeHour() {}

    /**
     * Empty where there is none, and where it comes as soon as the text is approved.
     *
     * @param noticed when the notices are, or were, decided: what is exploited becomes public soon after that
     */
    public static Optional<Instant> of(Case current, NoticeClocks clocks, Instant noticed) {
        Optional<Instant> set = current.schedule().disclosure();
        return switch (current.schedule().urgency()) {
            case NONE -> set;
            case EXPLOITED ->
                Stream.concat(set.stream(), Stream.of(noticed.plus(clocks.timeSensitiveNotice())))
                        .min(Comparator.naturalOrder());
            case LEAKED -> Optional.empty();
        };
    }

    /** The one that holds for those who have been told one; none of a case that ended without a post. */
    public static Optional<Instant> told(Case current, NoticeClocks clocks) {
        return current.notices()
                .decided()
                .filter(decided -> !NoticePlan.isCalledOff(current))
                .flatMap(decided -> of(current, clocks, decided));
    }
}
