package org.embargo.desk.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.Desks;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.MessageId;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.ClaimedStep;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Store;
import org.embargo.store.StoreException;
import org.embargo.store.TimetableKey;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/** Puts off a step that failed, each time farther, and tells the team when it goes on failing. */
public final class FailedStep {

    private static final Logger LOGGER = LogManager.getLogger(FailedStep.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** Nobody is left to tell but whoever reads the log; the step is done once its desk is served again. */
    private static final Duration NOT_SERVED_PAUSE = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 6;
    /** Some ten minutes of trying. */
    public static final int TOLD_AFTER = 8;
    /** A day of the longest pauses. */
    private static final int TOLD_AGAIN = 288;

    private static final int LONGEST_CODE = 60;

    private final Desks desks;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;

    FailedStep(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Does not throw: where the database is away, the lease ends and the step is claimed again. */
    void putOff(ClaimedStep step, RuntimeException cause) {
        String code = cause.getClass().getSimpleName();
        String kept = code.substring(0, Math.min(LONGEST_CODE, code.length()));
        boolean served = desks.find(step.row().key().desk()).isPresent();
        Duration pause = served ? pause(step.row().attempts()) : NOT_SERVED_PAUSE;
        LOGGER.warn(
                "{} failed and is put off by {}: {}",
                TimetableRunner.name(step.row().key()),
                pause,
                kept);
        try {
            store.inTransaction(
                    tx -> tx.timetable().failed(step, kept, clock.instant().plus(pause)));
        } catch (StoreException e) {
            LOGGER.error(
                    "{} could not be put off: the database failed",
                    TimetableRunner.name(step.row().key()));
            return;
        }
        if (served && isToldAt(step.row().attempts())) {
            tell(step.row(), kept);
        }
    }

    public static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static boolean isToldAt(int attempts) {
        return attempts == TOLD_AFTER || attempts % TOLD_AGAIN == 0;
    }

    private void tell(TimetableRow row, String code) {
        try {
            store.inTransaction(tx -> {
                enqueue(tx, row, code);
                return true;
            });
        } catch (RuntimeException e) {
            LOGGER.error(
                    "nobody could be told that {} fails: {}",
                    TimetableRunner.name(row.key()),
                    e.getClass().getSimpleName());
        }
    }

    private void enqueue(Transaction tx, TimetableRow row, String code) {
        TimetableKey key = row.key();
        Instant now = clock.instant();
        Mailing mailing = new Mailing(desks.desk(tx, key.desk()).roster(now), randomness, now);
        List<Finding> findings =
                List.of(Finding.of(Finding.Kind.STEP_FAILS, key.kind(), String.valueOf(row.attempts()), code));
        Letter letter = key.caseId()
                .<Letter>map(id -> new TeamLetter.TeamProblem(id, findings))
                .orElse(new TeamLetter.DeskProblem(findings));
        Optional<MessageId> thread = key.caseId().flatMap(id -> thread(tx, id));
        mailing.toTeam(key.caseId(), letter, mailing.newMessageId(), thread, member -> true)
                .forEach(tx.outbox()::enqueue);
    }

    /** The case may be what fails; then the team is told outside its thread. */
    private static Optional<MessageId> thread(Transaction tx, CaseId id) {
        try {
            return tx.journal().find(id).flatMap(Case::teamThread);
        } catch (JournalDamageException e) {
            LOGGER.warn("{} is told of outside its thread: its journal is damaged", id);
            return Optional.empty();
        }
    }
}
