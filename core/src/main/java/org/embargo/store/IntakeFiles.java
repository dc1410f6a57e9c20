package org.embargo.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.embargo.mail.Envelope;
import org.embargo.mail.RawMail;
import org.embargo.model.IntakeId;

/**
 * Mails as they came, each in a sealed file of its own, from before the 250 on. Safe for use by many threads.
 *
 * <p>The envelope lies inside the seal, and the seal is bound to the id, so that no file passes for another.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class IntakeFiles {

    IntakeFiles() {}

    /**
     * Seals a mail. When this returns, file and name survive a crash; when it throws, nothing is left behind.
     *
     * @throws IOException when it can't be kept (disk full): the mail must be refused for now
     */
    public IntakeId seal(Envelope envelope, InputStream mail) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The mail of that id, waiting or archived; its seal was checked to the end.
     *
     * @throws IntakeDamagedException           when it is torn; the file was moved to the quarantine
     * @throws java.nio.file.NoSuchFileException when there is no such mail
     */
    public RawMail read(IntakeId id) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /** The mails that are not archived, in order of arrival. Files that are none of ours go to the quarantine. */
    public List<IntakeId> waiting() throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /** Moves a mail that a commit has taken to the archive; nothing happens where it is there already. */
    public void archive(IntakeId id) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /** The damaged mails that a person must look at, in order of arrival. */
    public List<IntakeId> quarantined() throws IOException {
        throw new UnsupportedOperationException("not yet");
    }
}
