package org.embargo.desk.steps;

import java.util.List;
import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.process.course.ClockReminder;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;

/** Reminds the team that a human must act on a case. Whether it still must is read from the journal once more. */
final class ClockStep implements Step {

    private final CaseClock clock;

    ClockStep(CaseClock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return clock.word();
    }

    @Override
    public void run(DueStep due) {
        Case current =
                due.row().key().caseId().flatMap(due.tx().journal()::find).orElseThrow();
        Optional<PlannedStep> step = TimetablePlanner.plan(current, due.desk().clocks()).stream()
                .filter(each -> each.clock() == clock && !each.at().isAfter(due.now()))
                .findFirst();
        if (step.isPresent()) {
            due.commit().commit(current, remind(due, current, step.get()), Actor.DESK);
        } else {
            due.commit().plan(current);
        }
    }

    /** Beyond the limit it is recorded all the same, so that the clock goes on; the team then gets a list. */
    private static Outcome remind(DueStep due, Case current, PlannedStep step) {
        Outcome outcome = new ClockReminder(step).decide(current, due.desk().clocks(), due.mailing());
        return step.clock() != CaseClock.ACKNOWLEDGEMENT || WaitingCasesStep.isToldSingly(due)
                ? outcome
                : new Outcome(outcome.events(), List.of());
    }
}
