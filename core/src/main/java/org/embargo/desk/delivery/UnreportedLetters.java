package org.embargo.desk.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.LetterId;
import org.embargo.outbox.Postman;
import org.embargo.store.OutboxRow;
import org.embargo.store.OutboxState;
import org.embargo.store.Store;
import org.embargo.store.StoreException;
import org.embargo.store.Transaction;

/**
 * Follows up letters that the mail server's queue took and of which it never reported: the queue was lost, or the report.
 * One thread.
 */
public final class UnreportedLetters {

    /** Stands as last error of such letters. */
    static final String CODE = "no-report";

    private static final Logger LOGGER = LogManager.getLogger(UnreportedLetters.class);

    /** What leaves the team is tried once, which takes minutes. */
    private static final Duration OUTSIDE = Duration.ofHours(1);
    /** Mail to the team the server tries again for four days. */
    private static final Duration TO_TEAM = Duration.ofDays(5);

    private static final int MOST_AT_ONCE = 1000;

    private final Store store;
    private final DeliveryReports reports;
    private final Postman postman;
    private final Clock clock;

    public UnreportedLetters(Store store, DeliveryReports reports, Postman postman, Clock clock) {
        this.store = store;
        this.postman = postman;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * At a start, the queue of what is tried once was emptied before anything left it: a hold that was ordered meanwhile must
     * stop what lay there. Mail to the team is taken back where the queue has lost it. Where other nodes work on the same
     * database, it may be in the queue of one of them.
     */
    public void takeBack() {
        if (!store.isEmbedded()) {
            return;
        }
        Instant now = clock.instant();
        int count = 0;
        // asked in this order: what is handed over meanwhile is in neither
        List<LetterId> handedOver = handedOverBefore(Instant.ofEpochMilli(Long.MAX_VALUE));
        Optional<Set<LetterId>> queued = queued();
        for (LetterId id : handedOver) {
            boolean lost = queued.filter(ids -> !ids.contains(id)).isPresent();
            if (store.inTransaction(tx -> takeBack(tx, id, lost, now))) {
                count++;
            }
        }
        if (count > 0) {
            LOGGER.info("{} letters lay in the mail server's queue, or are lost there, and are looked at again", count);
        }
    }

    private Optional<Set<LetterId>> queued() {
        try {
            return Optional.of(postman.inHand());
        } catch (IOException e) {
            LOGGER.error(
                    "the mail server's queues can't be looked into: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private boolean takeBack(Transaction tx, LetterId id, boolean lost, Instant now) {
        return find(tx, id)
                .filter(row -> lost || !reports.isToTeam(row.letter()))
                .filter(row -> tx.outboxReports().returned(id, "restart", now))
                .isPresent();
    }

    public void run() {
        Instant now = clock.instant();
        List<LetterId> overdue = handedOverBefore(now.minus(OUTSIDE));
        Optional<Set<LetterId>> queued = store.isEmbedded() && !overdue.isEmpty() ? queued() : Optional.empty();
        List<LetterId> overdueForTeam = handedOverBefore(now.minus(TO_TEAM));
        for (LetterId id : overdue) {
            boolean lost = queued.filter(ids -> !ids.contains(id)).isPresent();
            boolean isOverdueForTeam = lost || overdueForTeam.contains(id);
            store.inTransaction(tx -> {
                Optional<OutboxRow> row = find(tx, id)
                        .filter(each -> each.state() == OutboxState.HANDED_OVER)
                        .filter(each -> isOverdueForTeam || !reports.isToTeam(each.letter()));
                row.ifPresent(each -> {
                    LOGGER.warn("nobody reported what became of letter {}", id);
                    reports.unreported(tx, each);
                });
                return row.isPresent();
            });
        }
    }

    private List<LetterId> handedOverBefore(Instant then) {
        return store.reading(tx -> tx.outboxReports().handedOverBefore(then, MOST_AT_ONCE));
    }

    /** One that can't be read keeps back no other. */
    private static Optional<OutboxRow> find(Transaction tx, LetterId id) {
        try {
            return tx.outbox().find(id);
        } catch (StoreException e) {
            LOGGER.error("letter {} can't be read, and nobody reported what became of it", id);
            return Optional.empty();
        }
    }
}
