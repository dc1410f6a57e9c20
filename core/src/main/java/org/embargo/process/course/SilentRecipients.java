package org.embargo.process.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Notices;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamWord;
import org.embargo.process.timetable.NoticeClocks;
import org.embargo.process.timetable.NoticePlan;
import org.embargo.process.words.Finding;

/**
 * Asks recipients who have not confirmed once more; tells the team of those who did not answer that either.
 *
 * @param isTold whether a recipient still gets mails of this case
 */
public record SilentRecipients(Predicate<Address> isTold) {

    public Outcome decide(Case current, NoticeClocks clocks, Mailing mailing) {
        List<CaseEvent> events = new ArrayList<>();
        List<OutboxLetter> letters = new ArrayList<>();
        List<Finding> silent = new ArrayList<>();
        for (Notices.Notice each : current.notices().board()) {
            boolean isLate = NoticePlan.unconfirmedAt(each, clocks)
                    .filter(at -> !at.isAfter(mailing.now()))
                    .isPresent();
            if (isLate && each.reminded().isEmpty() && isTold.test(each.recipient())) {
                events.add(new NoticeEvent.RecipientReminded(each.recipient(), mailing.now()));
                letters.add(request(current, each, mailing));
            } else if (isLate) {
                events.add(new NoticeEvent.RecipientSilent(each.recipient(), mailing.now()));
                silent.add(Finding.of(
                        Finding.Kind.RECIPIENT_SILENT, each.recipient().value()));
            }
        }
        if (!silent.isEmpty()) {
            letters.addAll(TeamWord.problem(current, silent, mailing));
        }
        return new Outcome(events, letters);
    }

    private static OutboxLetter request(Case current, Notices.Notice notice, Mailing mailing) {
        Letter letter = new NoticeLetter.ConfirmationRequest(
                current.id(), notice.token(), current.notices().hour());
        return mailing.toOne(
                Optional.of(current.id()), letter, notice.recipient(), mailing.now(), Optional.of(notice.messageId()));
    }
}
