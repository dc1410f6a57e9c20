package org.embargo.letters;

import java.io.IOException;
import org.embargo.content.Content;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.outcome.OutboxLetter;

/**
 * A letter, worded and signed: ready for each of its readers. It holds clear text and is never written anywhere.
 *
 * <p>A letter is either for readers with certificates or to go in clear, by {@code Letter.mayGoInClear}, from its wording
 * on: there is no way from the one to the other. Immutable; safe for use by many threads.
 */
public sealed interface Composition permits CompositionForReaders, CompositionInClear {

    /**
     * The mail to one reader, encrypted to his certificate alone.
     *
     * @param letter the letter to this reader; of this composition
     * @throws UnusableCertificateException when {@code reader} can't be encrypted to; nothing goes out then
     * @throws IllegalArgumentException     when {@code letter} is of another composition, or says that it is encrypted
     *                                      to another certificate than {@code reader}
     * @throws IllegalStateException        for a letter that was worded to go in clear
     */
    Content encryptFor(Certificate reader, OutboxLetter letter) throws IOException, UnusableCertificateException;

    /**
     * The mail in clear, signed.
     *
     * @throws IllegalArgumentException when {@code letter} is of another composition
     * @throws IllegalStateException    for a letter that may not go in clear
     */
    Content inClear(OutboxLetter letter) throws IOException;
}
