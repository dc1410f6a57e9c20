package org.embargo.desk.steps;

import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;

/**
 * A step of a case that decides something. Whether it is still to be done is read from the journal once more; two that
 * come at once are one, for the second finds the case changed.
 */
final class CaseStep implements Step {

    private final CaseClock clock;
    private final Decides decides;

    CaseStep(CaseClock clock, Decides decides) {
        this.clock = clock;
        this.decides = decides;
    }

    /** What comes of a step that is due. */
    @FunctionalInterface
    interface Decides {
        Outcome of(DueStep due, Case current, PlannedStep step);
    }

    @Override
    public String kind() {
        return clock.word();
    }

    /** What recipients and reporter have read they know. */
    @Override
    public boolean canBeUndone() {
        return false;
    }

    @Override
    public void run(DueStep due) {
        Case current =
                due.row().key().caseId().flatMap(due.tx().journal()::find).orElseThrow();
        Optional<PlannedStep> step = TimetablePlanner.plan(current, due.desk().clocks()).stream()
                .filter(each -> each.clock() == clock && !each.at().isAfter(due.now()))
                .findFirst();
        if (step.isPresent()) {
            due.commit().commit(current, decides.of(due, current, step.get()), Actor.DESK);
        } else {
            due.commit().plan(current);
        }
    }
}
