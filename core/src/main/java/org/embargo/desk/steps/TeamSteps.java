package org.embargo.desk.steps;

import java.util.List;
import java.util.stream.Stream;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.process.course.ClockReminder;
import org.embargo.process.course.TeamCalls;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.PlannedStep;

/** The steps of a case by which the team alone is told: a human must act on it, or a clock around disclosure ran out. */
final class TeamSteps {

    private TeamSteps() {}

    static Stream<Step> all() {
        return Stream.concat(
                Stream.of(CaseClock.ACKNOWLEDGEMENT, CaseClock.KEEP_IN_TOUCH)
                        .map(clock -> CaseStep.forTeam(clock, TeamSteps::remind)),
                TeamCalls.clocks().stream().map(clock -> CaseStep.forTeam(clock, TeamSteps::call)));
    }

    /** Beyond the limit it is recorded all the same, so that the clock goes on; the team then gets a list. */
    private static Outcome remind(DueStep due, Case current, PlannedStep step) {
        Outcome outcome = new ClockReminder(step).decide(current, due.desk().clocks(), due.mailing());
        return step.clock() != CaseClock.ACKNOWLEDGEMENT || WaitingCasesStep.isToldSingly(due)
                ? outcome
                : new Outcome(outcome.events(), List.of());
    }

    private static Outcome call(DueStep due, Case current, PlannedStep step) {
        boolean approved = due.desk().approvedNow(current).isPresent();
        return TeamCalls.decide(current, step, approved, due.mailing());
    }
}
