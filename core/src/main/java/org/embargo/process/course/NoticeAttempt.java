package org.embargo.process.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Lead;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Recipient;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.CaseClocks;
import org.embargo.process.timetable.NoticeHour;
import org.embargo.process.timetable.NoticeLack;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.words.Finding;

/**
 * The step of the advance notice at its hour, or at the hour of a reminder: the notices go, or the team hears why not.
 *
 * @param step     as planned
 * @param approved what is approved at this moment
 * @param usable   recipients to whom something can be encrypted now
 * @param leftOut  recipients to whom nothing can
 */
public record NoticeAttempt(
        PlannedStep step, Optional<FinishedTexts> approved, List<Recipient> usable, List<Recipient> leftOut) {

    public NoticeAttempt {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(approved, "approved");
        usable = List.copyOf(usable);
        leftOut = List.copyOf(leftOut);
    }

    public Outcome decide(Case current, CaseClocks clocks, Mailing mailing) {
        List<Finding> lacks = NoticeLack.of(current, clocks.notices().approvals());
        if (!lacks.isEmpty()) {
            return new ClockReminder(step, said(current, lacks)).decide(current, clocks, mailing);
        }
        Instant noticed = current.notices().decided().orElse(mailing.now());
        Instant hour = NoticeHour.of(current, clocks.notices(), noticed).orElseThrow();
        if (!hour.isAfter(mailing.now())) {
            return refused(current, Finding.of(Finding.Kind.NOTICE_TOO_LATE, hour.toString()), clocks, mailing);
        }
        return approved.isPresent()
                ? new DueNotices(approved.get(), step.due(), hour, usable, leftOut)
                        .decide(current, clocks.notices(), mailing)
                : refused(current, Finding.of(Finding.Kind.NOTICE_NOT_APPROVED), clocks, mailing);
    }

    private Outcome refused(Case current, Finding why, CaseClocks clocks, Mailing mailing) {
        CaseEvent refused = new NoticeEvent.NoticesRefused(mailing.now());
        Outcome reminder =
                new ClockReminder(step, said(current, List.of(why))).decide(current.after(refused), clocks, mailing);
        List<CaseEvent> events = new ArrayList<>(List.of(refused));
        events.addAll(reminder.events());
        return new Outcome(events, reminder.letters());
    }

    private static List<Finding> said(Case current, List<Finding> lacks) {
        return current.schedule().lead().kind() == Lead.Kind.NO_NOTICE
                ? Stream.concat(Stream.of(Finding.of(Finding.Kind.NOTICE_FOR_REPORTER_ALONE)), lacks.stream())
                        .toList()
                : lacks;
    }
}
