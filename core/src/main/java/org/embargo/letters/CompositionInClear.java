package org.embargo.letters;

import java.io.IOException;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.content.SpoolFolder;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.DetachedSignature;
import org.embargo.process.outcome.OutboxLetter;

/** A letter that holds nothing secret and was worded so. */
final class CompositionInClear implements Composition {

    private final ComposedFor composedFor;
    private final LetterHeaders headers;
    private final Content signed;
    private final DetachedSignature signature;
    private final MimeWriter mime;
    private final SpoolFolder spool;

    CompositionInClear(
            ComposedFor composedFor,
            LetterHeaders headers,
            Content signed,
            DetachedSignature signature,
            MimeWriter mime,
            SpoolFolder spool) {
        this.composedFor = composedFor;
        this.headers = headers;
        this.signed = signed;
        this.signature = signature;
        this.mime = mime;
        this.spool = spool;
    }

    @Override
    public Content encryptFor(Certificate reader, OutboxLetter letter) {
        throw new IllegalStateException("letter " + letter.id() + " says that it is not encrypted");
    }

    @Override
    public Content inClear(OutboxLetter letter) throws IOException {
        composedFor.require(letter);
        try (Spool mail = spool.spool(LetterWriter.MOST_BYTES)) {
            mime.signed(headers.outsideSignature(letter), signed, signature, mail);
            return mail.finish();
        }
    }
}
