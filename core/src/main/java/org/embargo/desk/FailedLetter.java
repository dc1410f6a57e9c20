package org.embargo.desk;

import java.time.Instant;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.process.LetterFailure;
import org.embargo.process.Mailing;
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
            tell(letter, status);
        }
    }

    void tell(OutboxLetter letter, String status) {
        letter.caseId().ifPresent(id -> {
            Case current = tx.journal().find(id).orElseThrow();
            Outcome outcome = new LetterFailure(letter, status).decide(current, mailing);
            commit.commit(current, outcome, Actor.DESK);
        });
    }
}
