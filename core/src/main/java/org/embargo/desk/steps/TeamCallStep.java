package org.embargo.desk.steps;

import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.process.course.TeamCalls;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;

/** Tells the team that a clock around disclosure ran out. Whether it still runs is read from the journal once more. */
final class TeamCallStep implements Step {

    private final CaseClock clock;

    TeamCallStep(CaseClock clock) {
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
            boolean approved = due.desk().approvedNow(current).isPresent();
            due.commit().commit(current, TeamCalls.decide(current, step.get(), approved, due.mailing()), Actor.DESK);
        } else {
            due.commit().plan(current);
        }
    }
}
