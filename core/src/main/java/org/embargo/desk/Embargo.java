package org.embargo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.model.DeskAddress;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.outbox.Postman;

/**
 * All desks of one server: what the mail server's adapters and the scheduler call. Safe for use by many threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Embargo implements DueWork, AutoCloseable {

    /**
     * Reads the configuration of {@code home}, opens keys and database, and takes the home for itself.
     *
     * @throws StartException when something must be mended first; its message says what, in words for the operator
     */
    public static Embargo start(Path home, Clock clock, Postman postman) {
        throw new UnsupportedOperationException();
    }

    /** What {@code recipient} is to one of the desks, by its form alone; empty where it is no address of a desk. */
    public Optional<DeskAddress> deskAddress(String recipient) {
        throw new UnsupportedOperationException();
    }

    /**
     * Seals a mail for one address into a synced file. When this returns, the mail can't be lost any more.
     *
     * @throws IOException when it could not be kept; the client must be told to come again
     */
    public IntakeId accept(Envelope envelope, InputStream message) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Opens a mail that was accepted; empty when it was taken in already. */
    public Optional<OpenedMail> open(IntakeId id) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Takes an opened mail in: one commit files it, answers it, and plans what follows. */
    public void takeIn(OpenedMail mail) {
        throw new UnsupportedOperationException();
    }

    /** The relay took the letter. */
    public void delivered(LetterId letter) {
        throw new UnsupportedOperationException();
    }

    /**
     * The relay refused the letter, or the mail server gave up.
     *
     * @param status SMTP or enhanced status code, where known
     */
    public void bounced(LetterId letter, String status) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void runDue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onPlanned(Runnable wake) {
        throw new UnsupportedOperationException();
    }

    /** A word for the ready line: desks, and which of them rehearse. */
    public String summary() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
