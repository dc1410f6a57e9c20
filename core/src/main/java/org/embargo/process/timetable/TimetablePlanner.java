package org.embargo.process.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;

/**
 * Plans what is to come in a case from its journal and the desk's clocks alone. The present time is no argument: planned
 * at another hour, the steps are the same, and what was missed meanwhile is one step in the past. Times are in whole
 * milliseconds, as the timetable keeps them.
 */
public final class TimetablePlanner {

    private TimetablePlanner() {}

    /** The steps of {@code current}, one a clock that runs, the first reminder first. */
    public static List<PlannedStep> plan(Case current, CaseClocks clocks) {
        List<PlannedStep> steps = new ArrayList<>(new NoticePlan(current, clocks.notices()).steps());
        if (!current.state().isAtAnEnd()) {
            acknowledgement(current, clocks.acknowledgeWithin()).ifPresent(steps::add);
            keepInTouch(current, clocks.keepInTouch()).ifPresent(steps::add);
            steps.addAll(new UpstreamPlan(current).steps());
            steps.addAll(new DisclosurePlan(current, clocks).steps());
            steps.addAll(new PatchPlan(current, clocks).steps());
        }
        steps.sort(Comparator.comparing(PlannedStep::at).thenComparing(PlannedStep::clock));
        return List.copyOf(steps);
    }

    /** Of a case that ran out twice and more since the last reminder, the first missed one stands for all. */
    private static Optional<PlannedStep> acknowledgement(Case current, Duration within) {
        if (current.answered().isPresent()) {
            return Optional.empty();
        }
        Instant since = latest(current.filed(), reminded(current, CaseClock.ACKNOWLEDGEMENT))
                .orElse(Instant.EPOCH);
        return current.answerBy()
                .map(TimetablePlanner::whole)
                .map(due ->
                        new PlannedStep(CaseClock.ACKNOWLEDGEMENT, due, nextReminder(due, within.toMillis(), since)));
    }

    /** At 1/2 and 5/6 of the clock and at its end, then at every further half. */
    private static Instant nextReminder(Instant due, long withinMillis, Instant since) {
        long half = Math.max(1, withinMillis / 2);
        return Stream.of(due.minusMillis(half), due.minusMillis(withinMillis / 6), due)
                .filter(moment -> moment.isAfter(since))
                .findFirst()
                .orElseGet(() -> due.plusMillis((Duration.between(due, since).toMillis() / half + 1) * half));
    }

    /** Runs from the last word on, and from each reminder anew; where nobody can be written to, it does not run. */
    private static Optional<PlannedStep> keepInTouch(Case current, Duration within) {
        if (current.answered().isEmpty() || current.reporter().isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> word = latest(current.answered(), current.lastWord());
        Optional<Instant> told = latest(word, reminded(current, CaseClock.KEEP_IN_TOUCH));
        return word.map(last -> new PlannedStep(
                CaseClock.KEEP_IN_TOUCH, last.plus(within), told.orElse(last).plus(within)));
    }

    private static Optional<Instant> reminded(Case current, CaseClock clock) {
        return Optional.ofNullable(current.reminded().get(clock));
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream())
                .map(TimetablePlanner::whole)
                .max(Instant::compareTo);
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
