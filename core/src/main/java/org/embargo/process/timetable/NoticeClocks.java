package org.embargo.process.timetable;

import java.time.Duration;
import java.util.Objects;

/**
 * What a desk says about advance notices.
 *
 * @param distance            from the notices to disclosure, where the case has none of its own
 * @param spread              over which the notices of one case leave
 * @param timeSensitiveNotice from the notices to disclosure of what is exploited already
 * @param confirmWithin       until a recipient who has not confirmed is reminded, and as long again until the team is told
 * @param approvals           how many members must approve
 */
public record NoticeClocks(
        Duration distance, Duration spread, Duration timeSensitiveNotice, Duration confirmWithin, int approvals) {

    public NoticeClocks {
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(spread, "spread");
        Objects.requireNonNull(timeSensitiveNotice, "timeSensitiveNotice");
        Objects.requireNonNull(confirmWithin, "confirmWithin");
        if (distance.toMillis() < 1 || spread.isNegative() || approvals < 1) {
            throw new IllegalArgumentException("notices " + distance + " ahead, over " + spread);
        }
    }

    /** Over which the notices leave where {@code left} is their distance: never more than a tenth of it. */
    public Duration span(Duration left) {
        Duration tenth = left.isNegative() ? Duration.ZERO : left.dividedBy(10);
        return spread.compareTo(tenth) < 0 ? spread : tenth;
    }
}
