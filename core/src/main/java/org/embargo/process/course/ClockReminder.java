package org.embargo.process.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.TeamEvent;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.CaseClocks;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;
import org.embargo.process.words.Finding;

/**
 * Reminds the team that a human must act on a case. However many reminders were missed, this is one.
 *
 * @param step     what is due, as planned
 * @param findings what there is to say besides
 */
public record ClockReminder(PlannedStep step, List<Finding> findings) {

    public ClockReminder {
        Objects.requireNonNull(step, "step");
        findings = List.copyOf(findings);
    }

    public ClockReminder(PlannedStep step) {
        this(step, List.of());
    }

    /** Records the reminder, from which the next one is planned, and tells every member. */
    public Outcome decide(Case current, CaseClocks clocks, Mailing mailing) {
        Instant now = mailing.now();
        CaseEvent reminded = new TeamEvent.TeamReminded(step.clock(), now);
        Optional<Instant> next = TimetablePlanner.plan(current.after(reminded), clocks).stream()
                .filter(each -> each.clock() == step.clock())
                .map(PlannedStep::at)
                .findFirst();
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(mailing.roster().gaps());
        Letter letter = new ClockLetter.Reminder(current.id(), step.clock(), step.due(), step.at(), now, next, all);
        return new Outcome(
                List.of(reminded),
                mailing.toTeam(
                        Optional.of(current.id()),
                        letter,
                        mailing.newMessageId(),
                        current.teamThread(),
                        member -> true));
    }
}
