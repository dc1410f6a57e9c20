package org.embargo.desk.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.model.DeskName;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.JournalDamage;
import org.embargo.store.Store;
import org.embargo.store.StoreException;
import org.embargo.store.Transaction;

/**
 * At a start, goes through the journals and tells the teams what is wrong with them. Whether lines are gone at the end of
 * one is asked before each public step too, in {@link Desks#isCut}: a hold or another date may have stood there.
 */
public final class JournalWatch {

    private static final Logger LOGGER = LogManager.getLogger(JournalWatch.class);

    /** Some seconds of reading; a longer journal is gone through by {@code check}, and here only at its end. */
    private static final long MOST_LINES = 100_000;

    private final Desks desks;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;

    public JournalWatch(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.randomness = randomness;
        this.clock = clock;
    }

    public void run() {
        desks.all().forEach(desk -> run(desk.config().name()));
    }

    /** One that can't be looked at or told of stops neither the others nor the mail. */
    private void run(DeskName name) {
        try {
            damage(name).ifPresent(this::tell);
            store.watchFromNowOn(name);
        } catch (StoreException e) {
            LOGGER.error("the journal of {} can't be gone through: {}", name, e.getMessage());
        }
    }

    private Optional<JournalDamage> damage(DeskName name) {
        return store.foundAtStart(name)
                .or(() -> store.reading(tx -> tx.journal().end(name)).number() > MOST_LINES
                        ? store.verifyEnd(name)
                        : store.verify(name));
    }

    private void tell(JournalDamage damage) {
        LOGGER.error("{}", damage);
        desks.found(damage);
        store.inTransaction(tx -> {
            tell(tx, desks.desk(tx, damage.desk()), damage);
            return true;
        });
    }

    private Finding.Kind kind(JournalDamage damage) {
        if (damage.kind() == JournalDamage.Kind.WITNESS_MISSING) {
            return Finding.Kind.JOURNAL_UNWITNESSED;
        }
        return desks.isCut(damage.desk()) ? Finding.Kind.JOURNAL_CUT : Finding.Kind.JOURNAL_CHANGED;
    }

    /** Again at each start, until somebody has seen to it. */
    private void tell(Transaction tx, OpenDesk desk, JournalDamage damage) {
        Instant now = clock.instant();
        Mailing mailing = new Mailing(desk.roster(now), randomness, now);
        Finding finding = Finding.of(kind(damage), String.valueOf(damage.number()));
        mailing.toTeam(
                        Optional.empty(),
                        new TeamLetter.DeskProblem(List.of(finding)),
                        mailing.newMessageId(),
                        Optional.empty(),
                        member -> true)
                .forEach(tx.outbox()::enqueue);
    }
}
