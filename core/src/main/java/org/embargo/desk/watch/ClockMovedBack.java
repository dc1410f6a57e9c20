package org.embargo.desk.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.Desks;
import org.embargo.desk.steps.FollowUpsStep;
import org.embargo.desk.steps.NewCasesStep;
import org.embargo.desk.steps.Steps;
import org.embargo.desk.steps.WaitingCasesStep;
import org.embargo.model.DeskName;
import org.embargo.process.outcome.TriedOnce;
import org.embargo.store.OutboxRow;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/**
 * Sees to it that nothing is late because the clock once stood ahead: what was put off by the wrong time is tried now.
 * Nothing becomes early by it: a step keeps the time for which its case plans it, and a notice or post the one at which it
 * was decided to leave.
 */
final class ClockMovedBack {

    private static final Logger LOGGER = LogManager.getLogger(ClockMovedBack.class);
    private static final List<String> SOON = List.of(NewCasesStep.KIND, FollowUpsStep.KIND, WaitingCasesStep.KIND);

    private final Desks desks;
    private final Store store;
    private final Clock clock;

    ClockMovedBack(Desks desks, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        Steps.planStanding(desks, now);
        int steps = store.inTransaction(tx -> {
            tx.answers().forgetAfter(now);
            tx.outboxReports().handedOverBy(now);
            return tx.timetable().clockMovedBack(SOON, now);
        });
        int letters = 0;
        for (OutboxRow row : store.reading(tx -> tx.waitingLetters().waitingBeyond(now))) {
            if (store.inTransaction(tx -> bringForward(tx, row, now))) {
                letters++;
            }
        }
        LOGGER.warn("the clock was moved back: {} steps and {} letters wait for it no longer", steps, letters);
    }

    private boolean bringForward(Transaction tx, OutboxRow row, Instant now) {
        return tx.waitingLetters().bringForward(row.letter().id(), due(row, now));
    }

    private Instant due(OutboxRow row, Instant now) {
        if (row.letter().letter() instanceof TriedOnce) {
            return row.letter().due().isAfter(now) ? row.letter().due() : now;
        }
        return row.lastError().isPresent()
                ? now
                : now.plus(receiptDelay(row.letter().desk()));
    }

    /** Random, so that an answer tells nothing by its time; what is due sooner stays. */
    private Duration receiptDelay(DeskName name) {
        return desks.find(name)
                .map(desk -> desk.config().clocks().receiptDelay())
                .orElse(Duration.ZERO);
    }
}
