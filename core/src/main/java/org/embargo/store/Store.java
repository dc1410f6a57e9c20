package org.embargo.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.JdbiException;

/**
 * All that the desk keeps. Safe for use by many threads; one process at a time opens a home.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOGGER = LogManager.getLogger(Store.class);
    private static final int ATTEMPTS = 6;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Closeable home;
    private final Database database;
    private final Sealer sealer;
    private final Witness witness;
    private final IntakeFiles intakeFiles;
    private final Map<DeskName, JournalDamage> atStart = new ConcurrentHashMap<>();
    /** Derby has locks but poor manners: transactions that write go one by one, so that none waits for a deadlock. */
    private final ReentrantLock writing = new ReentrantLock(true);
    /** What {@link #remembering} keeps, on its thread. */
    private final ThreadLocal<Optional<JournalMemory>> memory = ThreadLocal.withInitial(Optional::empty);

    private Store(Closeable home, Database database, Sealer sealer, Witness witness, IntakeFiles intakeFiles) {
        this.home = home;
        this.database = database;
        this.sealer = sealer;
        this.witness = witness;
        this.intakeFiles = intakeFiles;
    }

    /**
     * Opens the store, makes what is missing and brings the schema up to date. On the embedded database every claim of
     * an earlier run is released.
     *
     * @throws StoreStartException when the home is in use, the secret is missing, wrong or readable by others, or the
     *                             database can't be opened; the message says what mends it
     */
    public static Store open(StoreSettings settings) throws StoreStartException {
        try {
            DurableFiles.makePrivateFolder(settings.home().resolve("witness"));
            HomeLock lock = HomeLock.take(settings.home());
            try {
                return open(settings, lock);
            } catch (IOException | StoreStartException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreStartException("the home " + settings.home() + " can't be used: " + e, e);
        }
    }

    /**
     * Opens a store that is there, to look at it alone: nothing is made, brought up to date or released.
     *
     * @param running whether a server works on the home, which with the embedded database rules this out
     * @throws StoreStartException as {@link #open}
     */
    public static Store inspect(StoreSettings settings, boolean running) throws StoreStartException {
        try {
            Closeable lock = running ? () -> {} : HomeLock.take(settings.home());
            try {
                SealingSecret secret = SealingSecret.existing(
                        settings.secretFile(), settings.home().resolve("witness/sealing.tag"));
                Sealer sealer = new Sealer(secret);
                IntakeFiles files = IntakeFiles.asTheyAre(settings.home(), sealer);
                Database database = Database.openAsItIs(settings, secret);
                return new Store(
                        lock,
                        database,
                        sealer,
                        new Witness(settings.home().resolve("witness"), sealer, !database.isEmbedded()),
                        files);
            } catch (StoreStartException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreStartException("the home " + settings.home() + " can't be used: " + e, e);
        }
    }

    private static Store open(StoreSettings settings, HomeLock lock) throws IOException, StoreStartException {
        SealingSecret secret =
                SealingSecret.open(settings.secretFile(), settings.home().resolve("witness/sealing.tag"));
        Sealer sealer = new Sealer(secret);
        IntakeFiles files = IntakeFiles.begin(settings.home(), sealer);
        Database database = Database.open(settings, secret);
        Witness witness = new Witness(settings.home().resolve("witness"), sealer, !database.isEmbedded());
        try {
            Store store = new Store(lock, database, sealer, witness, files);
            store.beginRun();
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Does {@code work} in one transaction: all of it is durable when this returns, nothing of it when this throws.
     * Repeated a bounded number of times where the database asks for it, so {@code work} must have no effect outside.
     * On the embedded database such work is done one by one: let it be short, and open and decide before.
     *
     * @throws StoreException     when the database failed
     * @throws StaleCaseException when a case was changed meanwhile; decide again
     */
    public <T> T inTransaction(Function<Transaction, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        return repeating(() -> {
            Committed<T> committed = database.isEmbedded() ? oneByOne(work) : commit(work);
            committed.transaction().journalEnds().forEach(witness::saw);
            return committed.result();
        });
    }

    /** As {@link #inTransaction} for work that only reads; it does not wait for those that write. */
    public <T> T reading(Function<Transaction, T> work) {
        return repeating(() -> commit(work).result());
    }

    /**
     * Does {@code work} on this thread, where the same few cases are asked for again and again. All their rows are read
     * each time; those that are the same to the last byte as before are not verified and folded again. What was folded is
     * forgotten at the end.
     */
    public void remembering(Runnable work) {
        Optional<JournalMemory> before = memory.get();
        memory.set(before.or(() -> Optional.of(new JournalMemory())));
        try {
            work.run();
        } finally {
            memory.set(before);
        }
    }

    /** The mails that arrived, as sealed files. */
    public IntakeFiles intakeFiles() {
        return intakeFiles;
    }

    /**
     * Goes through a desk's whole journal and its witness, and names the first damage. Streams; the time it takes grows
     * with the journal.
     */
    public Optional<JournalDamage> verify(DeskName desk) {
        return check(desk, JournalCheck::all);
    }

    /** Compares the end of a desk's journal with the witness alone: quick enough for every start and public step. */
    public Optional<JournalDamage> verifyEnd(DeskName desk) {
        return check(desk, JournalCheck::end);
    }

    /** What was wrong with the end of a desk's journal when this run began. */
    public Optional<JournalDamage> foundAtStart(DeskName desk) {
        return Optional.ofNullable(atStart.get(desk));
    }

    /** From now on the journal of a desk whose witness was gone is watched as it is; call it once that was told. */
    public void watchFromNowOn(DeskName desk) {
        foundAtStart(desk)
                .filter(damage -> damage.kind() == JournalDamage.Kind.WITNESS_MISSING)
                .ifPresent(damage ->
                        witness.beginAnew(desk, reading(tx -> tx.journal().end(desk))));
    }

    /** Writes the table of cases anew from a desk's journal. */
    public void rebuildCases(DeskName desk) {
        inTransaction(transaction -> transaction.rebuildCases(desk));
    }

    /** Notes in a file outside the database that the clock read {@code now}. */
    public void recordTime(Instant now) {
        witness.recordTime(now);
    }

    /** The latest time that was recorded or stands in a journal; empty in a new home. */
    public Optional<Instant> newestRecordedTime() {
        Optional<Instant> inJournal =
                reading(transaction -> transaction.journal().newestTime());
        return Stream.concat(inJournal.stream(), witness.recordedTime().stream())
                .max(Instant::compareTo);
    }

    /**
     * Copies witness and embedded database into {@code folder}, which it makes; work goes on meanwhile. The witness comes
     * first: a journal that is longer than it is no damage.
     *
     * @throws StoreException when the database can't be copied, or is not embedded
     */
    public void copyTo(Path folder) throws IOException {
        witness.copyTo(folder.resolve("witness"));
        database.copyTo(folder);
    }

    /** Whether this process alone works on the database. */
    public boolean isEmbedded() {
        return database.isEmbedded();
    }

    /** Whether the database answers, for the health of the server. */
    public boolean isReachable() {
        try {
            return reading(transaction -> transaction.journal().desks() != null);
        } catch (StoreException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (home) {
            database.close();
        } catch (IOException e) {
            throw new StoreException("the lock of the home can't be given back", e);
        }
    }

    private void beginRun() {
        for (DeskName desk : reading(transaction -> transaction.journal().desks())) {
            verifyEnd(desk).ifPresent(damage -> {
                atStart.put(desk, damage);
                witness.freeze(desk);
                LOGGER.error("{}", damage);
            });
        }
        if (database.isEmbedded()) {
            inTransaction(transaction -> transaction.outboxClaims().releaseAll()
                    + transaction.timetable().releaseAll());
        }
    }

    private Optional<JournalDamage> check(DeskName desk, Function<JournalCheck, Optional<JournalDamage>> how) {
        // seen before the journal is read: what is committed meanwhile is no damage
        JournalEnd end = reading(transaction -> transaction.journal().end(desk));
        Optional<JournalEnd> seen = witness.seenOrJoined(desk, end);
        return reading(transaction -> how.apply(transaction.check(desk, seen)));
    }

    private <T> Committed<T> oneByOne(Function<Transaction, T> work) {
        writing.lock();
        try {
            return commit(work);
        } finally {
            writing.unlock();
        }
    }

    private <T> Committed<T> commit(Function<Transaction, T> work) {
        return database.jdbi().inTransaction(handle -> {
            Transaction transaction =
                    new Transaction(handle, sealer, witness, memory.get().orElseGet(JournalMemory::new));
            return new Committed<>(work.apply(transaction), transaction);
        });
    }

    private static <T> T repeating(Supplier<T> attempt) {
        for (int count = 1; ; count++) {
            try {
                return attempt.get();
            } catch (JdbiException e) {
                if (count == ATTEMPTS || !SqlStates.mayBeRepeated(e)) {
                    throw new StoreException(
                            "database failed, SQLState " + SqlStates.of(e).orElse("unknown"), e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(count * PAUSE_NANOS));
            }
        }
    }

    private record Committed<T>(T result, Transaction transaction) {}
}
