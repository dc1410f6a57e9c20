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
    private final boolean canBeUndone;
    private final Decides decides;

    /** What recipients and reporter have read they know. */
    CaseStep(CaseClock clock, Decides decides) {
        this(clock, false, decides);
    }

    private CaseStep(CaseClock clock, boolean canBeUndone, Decides decides) {
        this.clock = clock;
        this.canBeUndone = canBeUndone;
        this.decides = decides;
    }

    /** One by which the team alone learns something: it goes on while the server's clock is in doubt. */
    static CaseStep forTeam(CaseClock clock, Decides decides) {
        return new CaseStep(clock, true, decides);
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

    @Override
    public boolean canBeUndone() {
        return canBeUndone;
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
