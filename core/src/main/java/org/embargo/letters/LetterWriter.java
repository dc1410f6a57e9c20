package org.embargo.letters;

import java.io.IOException;
import java.time.Instant;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Randomness;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.OutboxLetter;

/**
 * Words a decided letter. What it writes is PGP/MIME (RFC 3156), signed by the desk.
 *
 * <p>Safe for use by many threads. Large enclosures are streamed through the spool, never held in memory.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "DoNotCall"})
public final class LetterWriter {

    public LetterWriter(Templates templates, SpoolFolder spool, Randomness randomness) {
        throw new UnsupportedOperationException();
    }

    /**
     * Words a letter that is about no mail, and signs it once.
     *
     * @param letter any one of the letters of its composition
     * @throws UnusableCertificateException when the desk's own key can't sign now
     * @throws IllegalArgumentException     for a letter that quotes a mail
     */
    public Composition compose(OutboxLetter letter, DeskIdentity desk, Instant now)
            throws IOException, UnusableCertificateException {
        throw new UnsupportedOperationException();
    }

    /** Words a letter that quotes {@code enclosure} and attaches it, and signs it once. */
    public Composition compose(OutboxLetter letter, DeskIdentity desk, Instant now, Enclosure enclosure)
            throws IOException, UnusableCertificateException {
        throw new UnsupportedOperationException();
    }
}
