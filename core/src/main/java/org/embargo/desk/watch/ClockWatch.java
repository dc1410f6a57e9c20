package org.embargo.desk.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.DeskName;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/**
 * Watches the clock: a forged or broken one would disclose early. While the server runs it is compared with the monotonic
 * one, at a start with the newest time on record. After a jump each desk's book says that the clock is in doubt, and
 * nothing that can't be undone is done there until a member confirms the time. One thread.
 */
public final class ClockWatch {

    private static final Logger LOGGER = LogManager.getLogger(ClockWatch.class);
    private static final Duration LONGEST_DOWN = Duration.ofDays(7);
    /** Many small jumps are one: compared from look to look, a clock could be led anywhere. */
    private static final Duration COMPARED_OVER = Duration.ofDays(1);

    private final Desks desks;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;
    private final LongSupplier ticks;
    private final Duration tolerance;
    private final Optional<Instant> newestAtStart;
    private final ClockMovedBack movedBack;
    private Optional<Instant> base = Optional.empty();
    private long tickOfBase;

    /**
     * Of these desks.
     *
     * @param ticks monotonic nanoseconds, from whatever beginning
     */
    public ClockWatch(Desks desks, Randomness randomness, Clock clock, LongSupplier ticks, Duration tolerance) {
        this.desks = desks;
        this.store = desks.store();
        this.randomness = randomness;
        this.clock = clock;
        this.ticks = ticks;
        this.movedBack = new ClockMovedBack(desks, clock);
        this.tolerance = tolerance;
        // read before the first mail of this run is taken in, which would be newer
        this.newestAtStart = store.newestRecordedTime();
    }

    /** Looks once; the first time is the start. Says whether the clock jumped. */
    public boolean look() {
        Instant now = clock.instant();
        long tick = ticks.getAsLong();
        Optional<Instant> expected = base.isEmpty() ? unexpectedAtStart(now) : unexpected(now, tick);
        expected.ifPresent(should -> doubt(should, now));
        if (base.isEmpty() || expected.isPresent() || tick - tickOfBase > COMPARED_OVER.toNanos()) {
            base = Optional.of(now);
            tickOfBase = tick;
        }
        return expected.isPresent();
    }

    private Optional<Instant> unexpectedAtStart(Instant now) {
        return newestAtStart.filter(newest -> now.isBefore(newest) || now.isAfter(newest.plus(LONGEST_DOWN)));
    }

    private Optional<Instant> unexpected(Instant now, long tick) {
        Instant should = base.orElseThrow().plusNanos(tick - tickOfBase);
        return Duration.between(should, now).abs().compareTo(tolerance) > 0 ? Optional.of(should) : Optional.empty();
    }

    private void doubt(Instant expected, Instant found) {
        LOGGER.warn("the clock jumped: it should say {} and says {}", expected, found);
        desks.all().forEach(desk -> doubt(desk.config().name(), expected, found));
        if (found.isBefore(expected)) {
            movedBack.run();
        }
    }

    /** One book that is damaged keeps back neither the others nor the mail; nothing public leaves by it anyway. */
    private void doubt(DeskName name, Instant expected, Instant found) {
        try {
            store.inTransaction(tx -> {
                doubt(tx, desks.desk(tx, name), expected, found);
                return true;
            });
        } catch (JournalDamageException e) {
            LOGGER.error("desk {} can't note that the clock jumped: its book is damaged", name);
        }
    }

    private void doubt(Transaction tx, OpenDesk desk, Instant expected, Instant found) {
        Case book = tx.journal()
                .find(desk.desk().book())
                .orElseGet(() -> Case.unfiled(desk.desk().book(), desk.desk().name()));
        Mailing mailing = new Mailing(desk.roster(found), randomness, found);
        Letter letter = new TeamLetter.DeskProblem(
                List.of(Finding.of(Finding.Kind.CLOCK_JUMPED, expected.toString(), found.toString())));
        Outcome outcome = new Outcome(
                List.of(new DisclosureEvent.ClockDoubted(expected, found)),
                mailing.toTeam(Optional.empty(), letter, mailing.newMessageId(), Optional.empty(), member -> true));
        new CaseCommit(tx, desk, found).commit(book, outcome, Actor.DESK);
    }
}
