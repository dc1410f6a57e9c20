package org.embargo.letters;

import java.io.IOException;
import java.time.Instant;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.content.SpoolFolder;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.Encryptor;
import org.embargo.openpgp.SignedContent;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.outcome.EncryptedTo;
import org.embargo.process.outcome.OutboxLetter;

/** A letter that leaves encrypted or not at all. */
final class CompositionForReaders implements Composition {

    private final ComposedFor composedFor;
    private final LetterHeaders headers;
    private final SignedContent signed;
    private final Instant now;
    private final MimeWriter mime;
    private final SpoolFolder spool;
    private final Encryptor encryptor = new Encryptor();

    CompositionForReaders(
            ComposedFor composedFor,
            LetterHeaders headers,
            SignedContent signed,
            Instant now,
            MimeWriter mime,
            SpoolFolder spool) {
        this.composedFor = composedFor;
        this.headers = headers;
        this.signed = signed;
        this.now = now;
        this.mime = mime;
        this.spool = spool;
    }

    @Override
    public Content encryptFor(Certificate reader, OutboxLetter letter)
            throws IOException, UnusableCertificateException {
        composedFor.require(letter);
        requireNamed(reader, letter);
        try (Spool mail = spool.spool(LetterWriter.MOST_BYTES)) {
            mime.encrypted(headers.outsideEncryption(letter), out -> encryptor.encrypt(signed, reader, now, out), mail);
            return mail.finish();
        }
    }

    @Override
    public Content inClear(OutboxLetter letter) {
        throw new IllegalStateException("letter " + letter.id() + " may not go in clear");
    }

    /** What is signed, for tests to look at without a key. */
    Content payload() {
        return signed.content();
    }

    /** A letter tells its reader which key it is encrypted to; that must be true. */
    private static void requireNamed(Certificate reader, OutboxLetter letter) {
        if (letter.letter() instanceof EncryptedTo named
                && !named.encryptTo().filter(reader.fingerprint()::equals).isPresent()) {
            throw new IllegalArgumentException("letter " + letter.id() + " names another certificate");
        }
    }
}
