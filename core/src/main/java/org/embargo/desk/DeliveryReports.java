package org.embargo.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.LetterId;
import org.embargo.model.Randomness;
import org.embargo.outbox.Troubles;
import org.embargo.process.Mailing;
import org.embargo.process.OutboxLetter;
import org.embargo.store.ClaimedLetter;
import org.embargo.store.OutboxRow;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/** What becomes of letters, as the mail server and the outbox report it. Reports may come twice, and late. */
final class DeliveryReports implements Troubles {

    private static final Logger LOGGER = LogManager.getLogger(DeliveryReports.class);

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
        store.inTransaction(tx -> tx.outbox().sent(letter, clock.instant()));
    }

    void bounced(LetterId letter, String status) {
        LOGGER.warn("letter {} was refused: {}", letter, status);
        store.inTransaction(tx -> {
            Optional<OutboxRow> row = tx.outbox().find(letter);
            row.ifPresent(found -> failedLetter(tx, found.letter()).bounced(found.letter(), status));
            return row.isPresent();
        });
    }

    @Override
    public void hold(ClaimedLetter claimed, String code) {
        store.inTransaction(tx -> {
            boolean held = tx.outbox().hold(claimed, code);
            if (held) {
                failedLetter(tx, claimed.letter()).tell(claimed.letter(), code);
            }
            return held;
        });
    }

    @Override
    public void stuck(OutboxLetter letter, String code) {
        store.inTransaction(tx -> {
            failedLetter(tx, letter).tell(letter, code);
            return true;
        });
    }

    private FailedLetter failedLetter(Transaction tx, OutboxLetter letter) {
        Instant now = clock.instant();
        OpenDesk desk = desks.desk(tx, letter.desk());
        Mailing mailing = new Mailing(desk.roster(now), randomness, now);
        return new FailedLetter(tx, new CaseCommit(tx, desk, now), mailing, now);
    }
}
