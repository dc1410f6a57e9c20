package org.embargo.desk.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.open.Step;
import org.embargo.model.Randomness;
import org.embargo.store.ClaimedStep;
import org.embargo.store.StaleCaseException;
import org.embargo.store.Store;
import org.embargo.store.StoreException;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/**
 * Does the steps of timetables that are due. A step's effect and its "done" are one transaction; a step that fails has had
 * no effect, is put off, and keeps back no other. Those that ask outside go to {@link OutsideWork}; as long as they wait or
 * run there, their claims are renewed, so that nobody else does them meanwhile.
 */
public final class TimetableRunner {

    private static final Logger LOGGER = LogManager.getLogger(TimetableRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int BATCH = 20;
    private static final int MOST_DECISIONS = 3;

    /** Stands as last error of steps that wait until a member has confirmed the time. */
    public static final String CLOCK_DOUBTED = "clock-doubted";

    /** Stands as last error of steps that wait until somebody has brought back what is gone of the journal. */
    public static final String JOURNAL_CUT = "journal-cut";

    private static final Duration LOOKED_AT_EVERY = Duration.ofMinutes(1);

    private final Desks desks;
    private final Store store;
    private final Steps steps;
    private final Randomness randomness;
    private final Clock clock;
    private final OutsideWork outside;
    private final Runnable onDone;
    private final Set<ClaimedStep> underWay = ConcurrentHashMap.newKeySet();

    /**
     * Over these desks.
     *
     * @param onDone called when a step that asked outside is done or put off
     */
    public TimetableRunner(
            Desks desks, Steps steps, Randomness randomness, Clock clock, OutsideWork outside, Runnable onDone) {
        this.desks = desks;
        this.store = desks.store();
        this.steps = steps;
        this.randomness = randomness;
        this.clock = clock;
        this.outside = outside;
        this.onDone = onDone;
    }

    /** Does what is due now; what that makes due meanwhile waits for the next run. */
    public void runDue() {
        Instant now = clock.instant();
        underWay.forEach(this::renew);
        List<ClaimedStep> claimed = claim(now);
        while (!claimed.isEmpty()) {
            claimed.forEach(this::begin);
            claimed = claim(now);
        }
    }

    private List<ClaimedStep> claim(Instant now) {
        return store.inTransaction(tx -> tx.timetable().claimDue(now, BATCH, LEASE));
    }

    private void begin(ClaimedStep step) {
        TimetableKey key = step.row().key();
        if (steps.find(key.kind()).filter(Step::asksOutside).isPresent()) {
            underWay.add(step);
            outside.start(key.desk(), () -> runOutside(step));
        } else {
            run(step);
        }
    }

    /** It may have waited for long: somebody may have planned it anew. */
    private void runOutside(ClaimedStep step) {
        try {
            if (renew(step)) {
                run(step);
            }
            onDone.run();
        } catch (StoreException e) {
            LOGGER.warn(
                    "{} is left to be claimed anew: the database failed",
                    name(step.row().key()));
        } finally {
            underWay.remove(step);
        }
    }

    private boolean renew(ClaimedStep step) {
        return store.inTransaction(tx -> tx.timetable().renew(step, clock.instant(), LEASE));
    }

    /** The edge of a step: whatever it throws concerns it alone. */
    private void run(ClaimedStep step) {
        try {
            Step prepared = prepared(step);
            LOGGER.info(
                    "{}: {}", name(step.row().key()), runDeciding(step, prepared, MOST_DECISIONS) ? "done" : "lost");
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOGGER.info(
                        "{} is broken off, as the server stops", name(step.row().key()));
            } else {
                new FailedStep(desks, randomness, clock).putOff(step, e);
            }
        }
    }

    /** Nothing is asked outside of what can't be undone while clock or journal is in doubt. */
    private Step prepared(ClaimedStep claimed) {
        TimetableKey key = claimed.row().key();
        Step step = steps.find(key.kind())
                .orElseThrow(() -> new IllegalStateException("no step of the kind " + key.kind()));
        return !step.canBeUndone() && store.reading(tx -> obstacle(tx, key)).isPresent()
                ? step
                : step.prepared(new Preparation(desks, claimed.row(), clock));
    }

    /** Decides anew when the case was changed meanwhile. */
    private boolean runDeciding(ClaimedStep step, Step prepared, int decisionsLeft) {
        try {
            return runOnce(step, prepared);
        } catch (StaleCaseException e) {
            if (decisionsLeft == 1) {
                throw e;
            }
            return runDeciding(step, prepared, decisionsLeft - 1);
        }
    }

    private boolean runOnce(ClaimedStep claimed, Step step) {
        TimetableKey key = claimed.row().key();
        return store.inTransaction(tx -> {
            Optional<String> obstacle = step.canBeUndone() ? Optional.empty() : obstacle(tx, key);
            if (obstacle.isPresent()) {
                return !tx.timetable()
                        .failed(claimed, obstacle.get(), clock.instant().plus(LOOKED_AT_EVERY));
            }
            boolean ours = tx.timetable().done(claimed);
            if (ours) {
                step.run(new DueStep(tx, desks.desk(tx, key.desk()), claimed.row(), randomness, clock.instant()));
            }
            return ours;
        });
    }

    /** Why nothing that can't be undone is done. */
    private Optional<String> obstacle(Transaction tx, TimetableKey key) {
        if (desks.isCut(key.desk())) {
            return Optional.of(JOURNAL_CUT);
        }
        return isClockDoubted(tx, key) ? Optional.of(CLOCK_DOUBTED) : Optional.empty();
    }

    private boolean isClockDoubted(Transaction tx, TimetableKey key) {
        return tx.journal()
                .find(desks.desk(key.desk()).desk().book())
                .filter(book -> book.book().clockDoubted())
                .isPresent();
    }

    static String name(TimetableKey key) {
        return "step " + key.kind() + " of "
                + key.caseId().map(Object::toString).orElse(key.desk().value());
    }
}
