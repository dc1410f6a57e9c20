package org.embargo.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.LetterId;
import org.embargo.model.Randomness;
import org.embargo.outbox.Troubles;
import org.embargo.process.Mailing;
import org.embargo.process.OutboxLetter;
import org.embargo.process.TriedOnce;
import org.embargo.store.ClaimedLetter;
import org.embargo.store.OutboxRow;
import org.embargo.store.StaleCaseException;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/** What becomes of letters, as the mail server and the outbox report it. Reports may come twice, and late. */
final class DeliveryReports implements Troubles {

    private static final Logger LOGGER = LogManager.getLogger(DeliveryReports.class);
    private static final int MOST_DECISIONS = 20;
    /** First digit of what may be better another time (RFC 5321 section 4.2.1). */
    private static final String TRANSIENT = "4";

    private final Desks desks;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;

    DeliveryReports(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.randomness = randomness;
        this.clock = clock;
    }

    void delivered(LetterId letter) {
        deciding(tx -> tx.outbox()
                .find(letter)
                .map(OutboxRow::letter)
                .filter(found -> notices(tx, found).delivered(found))
                .isPresent());
    }

    void bounced(LetterId letter, String status) {
        LOGGER.warn("letter {} was refused: {}", letter, status);
        deciding(tx -> {
            Optional<OutboxRow> row = tx.outbox().find(letter);
            row.ifPresent(found -> bounced(tx, found, status));
            return row.isPresent();
        });
    }

    /** What the mail server tries once comes back to the outbox where the relay may take it another time. */
    private void bounced(Transaction tx, OutboxRow row, String status) {
        OutboxLetter letter = row.letter();
        if (!(letter.letter() instanceof TriedOnce) || !status.startsWith(TRANSIENT)) {
            failedLetter(tx, letter).bounced(letter, status);
            return;
        }
        Instant again = clock.instant().plus(FailedStep.pause(row.attempts()));
        boolean back = tx.outbox().putBack(letter.id(), "returned-" + status, again);
        if (back && row.attempts() == FailedStep.TOLD_AFTER) {
            failedLetter(tx, letter).tell(letter, status);
        }
    }

    @Override
    public void callOff(ClaimedLetter claimed, String code) {
        deciding(tx -> notices(tx, claimed.letter()).calledOff(claimed, code));
    }

    @Override
    public void keepWaiting(ClaimedLetter claimed, String code, Instant again) {
        deciding(tx -> notices(tx, claimed.letter()).waits(claimed, code, again));
    }

    @Override
    public void hold(ClaimedLetter claimed, String code) {
        deciding(tx -> {
            boolean held = tx.outbox().hold(claimed, code);
            if (held) {
                failedLetter(tx, claimed.letter()).tell(claimed.letter(), code);
            }
            return held;
        });
    }

    @Override
    public void stuck(OutboxLetter letter, String code) {
        deciding(tx -> {
            failedLetter(tx, letter).tell(letter, code);
            return true;
        });
    }

    /** Decides anew when the case was changed meanwhile, as when many letters of one case are reported at once. */
    private void deciding(Predicate<Transaction> report) {
        for (int left = MOST_DECISIONS; ; left--) {
            try {
                store.inTransaction(report::test);
                return;
            } catch (StaleCaseException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private FailedLetter failedLetter(Transaction tx, OutboxLetter letter) {
        Instant now = clock.instant();
        return new FailedLetter(tx, commit(tx, letter, now), mailing(letter, now), now);
    }

    private NoticeReports notices(Transaction tx, OutboxLetter letter) {
        Instant now = clock.instant();
        return new NoticeReports(tx, commit(tx, letter, now), mailing(letter, now), now);
    }

    private CaseCommit commit(Transaction tx, OutboxLetter letter, Instant now) {
        return new CaseCommit(tx, desks.desk(letter.desk()), now);
    }

    private Mailing mailing(OutboxLetter letter, Instant now) {
        return new Mailing(desks.desk(letter.desk()).roster(now), randomness, now);
    }
}
