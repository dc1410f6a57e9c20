package org.embargo.process.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.Lead;
import org.embargo.model.Schedule;
import org.embargo.model.Urgency;

/** When a case's advance notice is due by its dates. */
public final class NoticeDate {

    private NoticeDate() {}

    /**
     * The distance that holds for the case; empty where the private list is not told before the hour, and where it is told
     * at once.
     *
     * @param usual the desk's
     */
    public static Optional<Duration> distance(Schedule schedule, Duration usual) {
        return schedule.lead().kind() == Lead.Kind.USUAL
                ? Optional.of(usual)
                : schedule.lead().distance();
    }

    /**
     * When the notice is due: in the past, or {@code now}, where it is due at once. Empty without an hour of disclosure, and
     * where nobody is told before it.
     *
     * @param usual the desk's distance
     */
    public static Optional<Instant> due(Schedule schedule, Duration usual, Instant now) {
        if (schedule.disclosure().isEmpty() || schedule.lead().kind() == Lead.Kind.NO_NOTICE) {
            return Optional.empty();
        }
        boolean atOnce = schedule.lead().kind() == Lead.Kind.AT_ONCE || schedule.urgency() != Urgency.NONE;
        return atOnce
                ? Optional.of(now)
                : distance(schedule, usual)
                        .map(distance -> schedule.disclosure().orElseThrow().minus(distance));
    }

    /** By how much the time that is left falls short of the distance; empty where it does not. */
    public static Optional<Duration> shortfall(Schedule schedule, Duration usual, Instant now) {
        return due(schedule, usual, now).filter(due -> due.isBefore(now)).map(due -> Duration.between(due, now));
    }

    /** Whether the private list has not been told. */
    public static boolean isAhead(Case current) {
        return current.notices().listed().isEmpty();
    }
}
