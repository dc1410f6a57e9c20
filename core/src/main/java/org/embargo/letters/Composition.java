package org.embargo.letters;

import java.io.IOException;
import org.embargo.content.Content;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.OutboxLetter;

/**
 * A letter, worded and signed: ready for each of its readers. It holds clear text and is never written anywhere.
 *
 * <p>Immutable; safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "DoNotCall"})
public final class Composition {

    Composition() {}

    /**
     * The mail to one reader, encrypted to his certificate alone.
     *
     * @param letter the letter to this reader; of this composition
     * @throws UnusableCertificateException when {@code reader} can't be encrypted to now; nothing goes out then
     * @throws IllegalArgumentException     when {@code letter} is of another composition, or names another certificate
     *                                      than {@code reader} in its text
     */
    public Content encryptFor(Certificate reader, OutboxLetter letter)
            throws IOException, UnusableCertificateException {
        throw new UnsupportedOperationException();
    }

    /**
     * The mail in clear, signed.
     *
     * @throws IllegalStateException for a letter that may not go in clear
     */
    public Content inClear(OutboxLetter letter) throws IOException {
        throw new UnsupportedOperationException();
    }
}
