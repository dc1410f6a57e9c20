package org.embargo.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.CaseId;
import org.embargo.model.Randomness;
import org.embargo.process.Letter;
import org.embargo.process.Mailing;
import org.embargo.store.ClaimedStep;
import org.embargo.store.Store;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/** Does the steps of timetables that are due: a step's effect and its "done" are one transaction. */
final class TimetableRunner {

    private static final Logger LOGGER = LogManager.getLogger(TimetableRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int BATCH = 20;

    private final Desks desks;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;

    TimetableRunner(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.randomness = randomness;
        this.clock = clock;
    }

    void runDue() {
        List<ClaimedStep> claimed = store.inTransaction(tx -> tx.timetable().claimDue(clock.instant(), BATCH, LEASE));
        claimed.forEach(this::run);
    }

    private void run(ClaimedStep step) {
        boolean done = store.inTransaction(tx -> {
            boolean ours = tx.timetable().done(step);
            if (ours) {
                listNewCases(tx, step.row());
            }
            return ours;
        });
        LOGGER.info(
                "step {} of {}: {}", step.row().key().kind(), step.row().key().desk(), done ? "done" : "lost");
    }

    /** The only kind of step so far. */
    private void listNewCases(Transaction tx, TimetableRow row) {
        Instant now = clock.instant();
        Mailing mailing = new Mailing(desks.desk(row.key().desk()).roster(now), randomness, now);
        List<CaseId> cases = tx.cases().filedSince(row.key().desk(), row.due().minus(CaseLists.EVERY));
        mailing.toTeam(
                        Optional.empty(),
                        new Letter.NewCases(cases),
                        mailing.newMessageId(),
                        Optional.empty(),
                        member -> true)
                .forEach(tx.outbox()::enqueue);
    }
}
