package org.embargo.desk.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;
import org.embargo.store.IntakeDamagedException;
import org.embargo.store.Store;
import org.embargo.store.StoreException;

/**
 * Takes up, in order of arrival, each sealed mail that no commit has taken: what a crash, an absent database or a lost
 * queue left. A mail that fails is put off by itself and does not keep back the others. One thread.
 */
public final class IntakeSweep {

    private static final Logger LOGGER = LogManager.getLogger(IntakeSweep.class);

    /** As long as the mail server's queue has a chance to bring the mail itself. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    /** So that a backlog keeps neither steps nor letters waiting for long; the next run goes on. */
    private static final int MOST_AT_ONCE = 50;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_DOUBLINGS = 5;

    private final Store store;
    private final IntakeDesk intake;
    private final StuckMail stuck;
    private final Clock clock;
    private final Instant started;
    private final Map<IntakeId, Failure> failures = new HashMap<>();

    public IntakeSweep(Store store, IntakeDesk intake, StuckMail stuck, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.stuck = stuck;
        this.clock = clock;
        this.started = clock.instant();
    }

    public void run() {
        try {
            List<IntakeId> waiting = store.intakeFiles().waiting();
            failures.keySet().retainAll(waiting);
            for (IntakeId id :
                    waiting.stream().filter(this::isDue).limit(MOST_AT_ONCE).toList()) {
                if (!takeUp(id)) {
                    return;
                }
            }
            stuck.damaged(store.intakeFiles().quarantined());
        } catch (IOException e) {
            LOGGER.error("the intake folder can't be read: {}", e.getClass().getSimpleName());
        }
    }

    /** What an earlier run left is due at once, and so is what came while the clock was ahead. */
    private boolean isDue(IntakeId id) {
        Instant now = clock.instant();
        Failure failure = failures.get(id);
        if (failure != null) {
            // where the clock was moved back since, nobody knows how long it has waited
            return now.isBefore(failure.since()) || !now.isBefore(failure.next());
        }
        return id.arrival().isBefore(started)
                || id.arrival().isAfter(now)
                || !now.isBefore(id.arrival().plus(GRACE));
    }

    /** Takes one mail up; says whether the next one may be tried, which it may not while the database is away. */
    private boolean takeUp(IntakeId id) {
        try {
            Optional<OpenedMail> opened = intake.open(id);
            opened.ifPresent(intake::takeIn);
            failures.remove(id);
            return true;
        } catch (StoreException e) {
            if (store.isReachable()) {
                // a damaged row that this mail needs; the others don't
                putOff(id, e);
                return true;
            }
            LOGGER.error("mail {} waits for the database: {}", id, e.getMessage());
            return false;
        } catch (IntakeDamagedException e) {
            LOGGER.error("the sealed file of mail {} is damaged and was set apart for a person to look at", id);
            return true;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            // this is the edge for one mail: an error that left here would stop all others and every letter, run by run
            putOff(id, e);
            return true;
        }
    }

    private void putOff(IntakeId id, Throwable cause) {
        int attempts =
                Optional.ofNullable(failures.get(id)).map(Failure::attempts).orElse(0);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, LONGEST_PAUSE_DOUBLINGS));
        Instant now = clock.instant();
        failures.put(id, new Failure(attempts + 1, now, now.plus(pause)));
        LOGGER.error(
                "mail {} could not be taken in and is tried again in {}: {}",
                id,
                pause,
                cause.getClass().getSimpleName());
        LOGGER.debug("mail {} failed at {}", id, cause.getStackTrace());
        stuck.failed(id, attempts + 1, cause);
    }

    private record Failure(int attempts, Instant since, Instant next) {}
}
