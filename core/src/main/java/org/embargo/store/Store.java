package org.embargo.store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.embargo.model.DeskName;

/**
 * All that the desk keeps. Safe for use by many threads; one process at a time opens a home.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Store implements AutoCloseable {

    private Store() {}

    /**
     * Opens the store, makes what is missing and brings the schema up to date. On the embedded database every claim of
     * an earlier run is released.
     *
     * @throws StoreStartException when the home is in use, the secret is missing, wrong or readable by others, or the
     *                             database can't be opened; the message says what mends it
     */
    public static Store open(StoreSettings settings) throws StoreStartException {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Does {@code work} in one transaction: all of it is durable when this returns, nothing of it when this throws.
     * Repeated a bounded number of times where the database asks for it, so {@code work} must have no effect outside.
     *
     * @throws StoreException     when the database failed
     * @throws StaleCaseException when a case was changed meanwhile; decide again
     */
    public <T> T inTransaction(Function<Transaction, T> work) {
        throw new UnsupportedOperationException("not yet");
    }

    /** As {@link #inTransaction} for work that only reads; it does not wait for those that write. */
    public <T> T reading(Function<Transaction, T> work) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The mails that arrived, as sealed files. */
    public IntakeFiles intakeFiles() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Goes through a desk's whole journal and its witness, and names the first damage. Streams; the time it takes grows
     * with the journal.
     */
    public Optional<JournalDamage> verify(DeskName desk) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Compares the end of a desk's journal with the witness alone: quick enough for every start and public step. */
    public Optional<JournalDamage> verifyEnd(DeskName desk) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Writes the table of cases anew from a desk's journal. */
    public void rebuildCases(DeskName desk) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Notes in a file outside the database that the clock read {@code now}. */
    public void recordTime(Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The latest time that was recorded or stands in a journal; empty in a new home. */
    public Optional<Instant> newestRecordedTime() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether the database answers, for the health of the server. */
    public boolean isReachable() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
