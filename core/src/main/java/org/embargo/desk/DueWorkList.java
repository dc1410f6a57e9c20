package org.embargo.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.backup.SnapshotSweep;
import org.embargo.desk.delivery.UnreportedLetters;
import org.embargo.desk.intake.IntakeSweep;
import org.embargo.desk.intake.RecentMails;
import org.embargo.desk.steps.TimetableRunner;
import org.embargo.desk.watch.ClockWatch;
import org.embargo.desk.watch.HoldSweep;
import org.embargo.desk.watch.JournalWatch;
import org.embargo.desk.watch.LeaverSweep;
import org.embargo.outbox.OutboxRunner;
import org.embargo.store.Store;

/** Everything that comes due by itself, in the order in which it is done. One thread runs it. */
final class DueWorkList {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration COUNTS_KEPT = Duration.ofDays(2);

    private final Store store;
    private final ClockWatch watch;
    private final JournalWatch journals;
    private final HoldSweep holds;
    private final LeaverSweep leavers;
    private final IntakeSweep sweep;
    private final TimetableRunner timetable;
    private final UnreportedLetters unreported;
    private final OutboxRunner outbox;
    private final RecentMails recent;
    private final SnapshotSweep backups;
    private final Clock clock;
    private Instant lastHourly = Instant.EPOCH;
    private boolean begun;
    private boolean jumped;

    DueWorkList(
            Store store,
            ClockWatch watch,
            JournalWatch journals,
            HoldSweep holds,
            LeaverSweep leavers,
            IntakeSweep sweep,
            TimetableRunner timetable,
            UnreportedLetters unreported,
            OutboxRunner outbox,
            RecentMails recent,
            SnapshotSweep backups,
            Clock clock) {
        this.store = store;
        this.watch = watch;
        this.journals = journals;
        this.holds = holds;
        this.leavers = leavers;
        this.sweep = sweep;
        this.timetable = timetable;
        this.unreported = unreported;
        this.outbox = outbox;
        this.recent = recent;
        this.backups = backups;
        this.clock = clock;
    }

    void run() {
        jumped |= watch.look();
        if (jumped) {
            // keys that were not good yet, or no longer, at the wrong time
            outbox.retryHeld();
            jumped = false;
        }
        begin();
        hourly();
        holds.run();
        leavers.run();
        backups.run();
        sweep.run();
        timetable.runDue();
        outbox.runDue();
        recent.forgetOld();
    }

    private void begin() {
        if (!begun) {
            outbox.retryHeld();
            unreported.takeBack();
            journals.run();
            begun = true;
        }
    }

    Optional<Instant> nextDue() {
        Optional<Instant> step = store.reading(tx -> tx.timetable().nextDue());
        Optional<Instant> letter = store.reading(tx -> tx.outbox().nextDue());
        return Stream.concat(step.stream(), letter.stream()).min(Comparator.naturalOrder());
    }

    private void hourly() {
        Instant now = clock.instant();
        // the last one lies ahead where the clock was moved back since
        if (now.isBefore(lastHourly) || Duration.between(lastHourly, now).compareTo(HOUR) >= 0) {
            store.recordTime(now);
            store.inTransaction(tx -> {
                tx.answers().forgetBefore(now.minus(COUNTS_KEPT));
                return true;
            });
            unreported.run();
            lastHourly = now;
        }
    }
}
