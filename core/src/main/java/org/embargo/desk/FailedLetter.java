package org.embargo.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.NoticeEvent;
import org.embargo.process.LetterFailure;
import org.embargo.process.Mailing;
import org.embargo.process.NoticeLetter;
import org.embargo.process.OutboxLetter;
import org.embargo.process.Outcome;
import org.embargo.store.Transaction;

/** Records that a letter failed, and tells the team where it belongs to a case. */
final class FailedLetter {

    private final Transaction tx;
    private final CaseCommit commit;
    private final Mailing mailing;
    private final Instant now;

    FailedLetter(Transaction tx, CaseCommit commit, Mailing mailing, Instant now) {
        this.tx = tx;
        this.commit = commit;
        this.mailing = mailing;
        this.now = now;
    }

    /** Marks the letter and tells of it, once however often it is reported. */
    void bounced(OutboxLetter letter, String status) {
        if (tx.outbox().bounced(letter.id(), status, now)) {
            List<CaseEvent> board = letter.letter() instanceof NoticeLetter.AdvanceNotice
                    ? List.of(new NoticeEvent.NoticeBounced(letter.to(), now))
                    : List.of();
            tell(letter, status, board);
        }
    }

    void tell(OutboxLetter letter, String status) {
        tell(letter, status, List.of());
    }

    private void tell(OutboxLetter letter, String status, List<CaseEvent> more) {
        letter.caseId().ifPresent(id -> {
            Case current = tx.journal().find(id).orElseThrow();
            Outcome outcome = new LetterFailure(letter, status).decide(current, mailing);
            List<CaseEvent> events = new ArrayList<>(outcome.events());
            events.addAll(more);
            commit.commit(current, new Outcome(events, outcome.letters()), Actor.DESK);
        });
    }
}
