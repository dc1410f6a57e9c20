package org.embargo.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.embargo.content.Content;

/**
 * Encrypts for one reader at a time: to every encryption key of his certificate that is usable at that hour, with a
 * session key of its own, never to a hidden recipient. SEIPD version 1 with AES-256, version 2 where the certificate
 * advertises it; never compressed.
 *
 * <p>Safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Encryptor {

    /** Writes the message in ASCII armor with CRLF line ends to {@code out}, which stays open. */
    public void encrypt(SignedContent signed, Certificate reader, Instant now, OutputStream out)
            throws IOException, UnusableCertificateException {
        throw new UnsupportedOperationException();
    }

    /** The same without a signature inside. */
    public void encrypt(Content content, Certificate reader, Instant now, OutputStream out)
            throws IOException, UnusableCertificateException {
        throw new UnsupportedOperationException();
    }
}
