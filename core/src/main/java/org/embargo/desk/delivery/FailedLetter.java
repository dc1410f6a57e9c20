package org.embargo.desk.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.CaseCommit;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Posts;
import org.embargo.process.arrivals.LetterFailure;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Transaction;

/** Records that a letter failed, and tells the team: of every letter of a case, and of all that go to its members. */
public final class FailedLetter {

    private static final Logger LOGGER = LogManager.getLogger(FailedLetter.class);

    /** Too large for the server or the mailbox (RFC 3463 section 3.4, RFC 1870 section 6). */
    private static final Set<String> TOO_LARGE = Set.of("552", "5.2.3", "5.3.4");

    private final Transaction tx;
    private final CaseCommit commit;
    private final Mailing mailing;
    private final Instant now;

    public FailedLetter(Transaction tx, CaseCommit commit, Mailing mailing, Instant now) {
        this.tx = tx;
        this.commit = commit;
        this.mailing = mailing;
        this.now = now;
    }

    /** Marks the letter and tells of it, once however often it is reported. */
    public void bounced(OutboxLetter letter, String status) {
        if (!tx.outboxReports().bounced(letter.id(), status, now)) {
            return;
        }
        if (letter.letter() instanceof TeamLetter.TeamMail mail && TOO_LARGE.contains(status) && !mail.tooLarge()) {
            LOGGER.warn("letter {} was too large and is sent again without its files", letter.id());
            tx.outbox().enqueue(mailing.again(letter, mail.withoutFiles()));
        } else {
            tell(letter, Finding.Kind.LETTER_BOUNCED, status, onBoard(letter));
        }
    }

    void tell(OutboxLetter letter, Finding.Kind kind, String status) {
        tell(letter, kind, status, List.of());
    }

    private List<CaseEvent> onBoard(OutboxLetter letter) {
        if (letter.letter() instanceof NoticeLetter.AdvanceNotice) {
            return List.of(new NoticeEvent.NoticeBounced(letter.to(), now));
        }
        return PostLetter.isPost(letter.letter())
                ? List.of(new DisclosureEvent.PostFollowed(letter.to(), letter.messageId(), Posts.State.BOUNCED, now))
                : List.of();
    }

    private void tell(OutboxLetter letter, Finding.Kind kind, String status, List<CaseEvent> more) {
        LetterFailure failure = new LetterFailure(letter, kind, status);
        if (letter.caseId().isPresent()) {
            tell(letter.caseId().get(), failure, more);
        } else if (mailing.roster().desk().member(letter.to()).isPresent()) {
            failure.tellOutsideTheJournal(mailing).forEach(tx.outbox()::enqueue);
        }
    }

    private void tell(CaseId id, LetterFailure failure, List<CaseEvent> more) {
        try {
            Case current = tx.journal().find(id).orElseThrow();
            Outcome outcome = failure.decide(current, mailing);
            List<CaseEvent> events = new ArrayList<>(outcome.events());
            events.addAll(more);
            commit.commit(current, new Outcome(events, outcome.letters()), Actor.DESK);
        } catch (JournalDamageException e) {
            LOGGER.error("a letter of {} failed, which its damaged journal can't note", id);
            failure.tellOutsideTheJournal(mailing).forEach(tx.outbox()::enqueue);
        }
    }
}
