package org.embargo.process.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.FinishedTexts;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Notices;
import org.embargo.model.PatchFile;
import org.embargo.process.outcome.CalendarItem;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.ReporterNotice;
import org.embargo.process.outcome.TeamWord;
import org.embargo.process.timetable.CaseClocks;
import org.embargo.process.timetable.NoticeClocks;
import org.embargo.process.timetable.NoticeHour;
import org.embargo.process.timetable.NoticePlan;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.words.Finding;

/**
 * Tells everybody who was told before what has changed since: recipients and reporter together.
 *
 * @param step     as planned
 * @param approved what is approved at this moment
 * @param isTold   whether a recipient still gets mails of this case
 */
public record NoticeUpdate(PlannedStep step, Optional<FinishedTexts> approved, Predicate<Address> isTold) {

    public Outcome decide(Case current, CaseClocks clocks, Mailing mailing) {
        if (NoticePlan.isDateNew(current, clocks.notices())) {
            return date(current, clocks.notices(), mailing);
        }
        return approved.isPresent()
                ? content(current, approved.get(), mailing)
                : new Outcome(
                        List.of(new NoticeEvent.NoticesRefused(mailing.now())),
                        TeamWord.problem(current, List.of(Finding.of(Finding.Kind.NOTICE_NOT_APPROVED)), mailing));
    }

    /** The hour is another one. Who has not had his notice yet knows none; he gets the next update. */
    private Outcome date(Case current, NoticeClocks clocks, Mailing mailing) {
        Notices notices = current.notices();
        Optional<Instant> hour = NoticeHour.told(current, clocks);
        int sequence = notices.told().orElseThrow().sequence() + 1;
        List<OutboxLetter> letters = new ArrayList<>();
        for (Notices.Notice each : told(notices)) {
            if (each.state() != Notices.State.WAITING) {
                letters.add(toRecipient(
                        current,
                        each,
                        new NoticeLetter.DateMoved(
                                current.id(),
                                each.token(),
                                notices.hour(),
                                hour,
                                current.schedule().urgency(),
                                new CalendarItem(each.calendar(), sequence, hour)),
                        mailing));
            }
        }
        letters.addAll(new ReporterNotice(current, mailing)
                .moved(hour, new CalendarItem(notices.told().get().calendar(), sequence, hour)));
        return new Outcome(
                List.of(new NoticeEvent.DateTold(hour, current.schedule().urgency())), letters);
    }

    /** Other content is approved. */
    private Outcome content(Case current, FinishedTexts texts, Mailing mailing) {
        Notices notices = current.notices();
        Notices.Told before = notices.told().orElseThrow();
        int update = notices.updates() + 1;
        List<OutboxLetter> letters = new ArrayList<>();
        for (Notices.Notice each : told(notices)) {
            letters.add(toRecipient(
                    current,
                    each,
                    new NoticeLetter.AdvanceNotice(
                            current.id(),
                            each.token(),
                            texts.title(),
                            texts.notice(),
                            texts.digest(),
                            PatchFile.of(current.patches()),
                            notices.hour(),
                            update,
                            new CalendarItem(each.calendar(), before.sequence(), notices.hour())),
                    mailing));
        }
        letters.addAll(new ReporterNotice(current, mailing)
                .decide(
                        texts,
                        notices.hour(),
                        update,
                        new CalendarItem(before.calendar(), before.sequence(), notices.hour()),
                        mailing.now()));
        return new Outcome(List.of(new NoticeEvent.NoticesUpdated(texts.digest())), letters);
    }

    private List<Notices.Notice> told(Notices notices) {
        return notices.board().stream()
                .filter(each -> isTold.test(each.recipient()))
                .toList();
    }

    private static OutboxLetter toRecipient(Case current, Notices.Notice notice, Letter letter, Mailing mailing) {
        return mailing.toOne(
                Optional.of(current.id()), letter, notice.recipient(), mailing.now(), Optional.of(notice.messageId()));
    }
}
