package org.embargo.desk.steps;

import java.util.List;
import java.util.stream.Stream;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.Upstream;
import org.embargo.process.course.ClockReminder;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.standing.UpstreamStanding;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.words.Finding;

/** The steps of cases about upstreams. */
final class UpstreamSteps {

    private UpstreamSteps() {}

    static Stream<Step> all() {
        return Stream.of(
                new CaseStep(CaseClock.UPSTREAM_RELEASE, UpstreamSteps::remind),
                new Irrevocable(new CaseStep(CaseClock.UPSTREAM_POST, UpstreamSteps::post)));
    }

    private static Outcome remind(DueStep due, Case current, PlannedStep step) {
        Upstream upstream = current.upstream().orElseThrow();
        List<Finding> findings = UpstreamStanding.announced(upstream).stream().toList();
        return new ClockReminder(step, findings).decide(current, due.desk().clocks(), due.mailing());
    }

    private static Outcome post(DueStep due, Case current, PlannedStep step) {
        return due.desk()
                .content()
                .releasePost(current)
                .decide(current, due.desk().config().mailingLists(), due.mailing());
    }

    /** A step that waits while the server's clock is in doubt. */
    private record Irrevocable(Step step) implements Step {
        @Override
        public String kind() {
            return step.kind();
        }

        @Override
        public void run(DueStep due) {
            step.run(due);
        }

        @Override
        public boolean canBeUndone() {
            return false;
        }
    }
}
