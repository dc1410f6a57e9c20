package org.embargo.letters;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Randomness;
import org.embargo.openpgp.Signer;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.outcome.OutboxLetter;

/**
 * Words a decided letter. What it writes is PGP/MIME (RFC 3156), signed by the desk, its header protected (RFC 9788).
 *
 * <p>Safe for use by many threads. Large enclosures are streamed through the spool, never held in memory.
 */
public final class LetterWriter {

    /** Bound of one mail: the largest mail that is taken in, twice encoded in base64, and as much again. */
    static final long MOST_BYTES = 256L << 20;

    /** Both forms at once, since readers of either look for their own (see {@link LetterHeaders}). */
    private static final String ENCRYPTED = "; hp=\"cipher\"; protected-headers=\"v1\"";

    private static final String CLEAR = "; hp=\"clear\"; protected-headers=\"v1\"";

    private final Templates templates;
    private final SpoolFolder spool;
    private final MimeWriter mime;

    public LetterWriter(Templates templates, SpoolFolder spool, Randomness randomness) {
        this.templates = Objects.requireNonNull(templates, "templates");
        this.spool = Objects.requireNonNull(spool, "spool");
        this.mime = new MimeWriter(Objects.requireNonNull(randomness, "randomness"));
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
        return compose(letter, desk, now, new LetterDrafting(templates, desk, now).draft(letter.letter()));
    }

    /**
     * Words a letter that quotes {@code enclosure} and attaches it, and signs it once.
     *
     * @throws IllegalArgumentException for a letter that quotes no mail
     */
    public Composition compose(OutboxLetter letter, DeskIdentity desk, Instant now, Enclosure enclosure)
            throws IOException, UnusableCertificateException {
        return compose(letter, desk, now, new LetterDrafting(templates, desk, now).draft(letter.letter(), enclosure));
    }

    /**
     * Words a transcript that goes with a case's archive, and signs it once.
     *
     * @throws IllegalArgumentException for any other letter
     */
    public Composition compose(OutboxLetter letter, DeskIdentity desk, Instant now, Content archive)
            throws IOException, UnusableCertificateException {
        return compose(letter, desk, now, new LetterDrafting(templates, desk, now).draft(letter.letter(), archive));
    }

    private Composition compose(OutboxLetter letter, DeskIdentity desk, Instant now, Draft draft)
            throws IOException, UnusableCertificateException {
        Signer signer = desk.keys().signer(now);
        LetterHeaders headers = new LetterHeaders(desk, draft, now);
        ComposedFor composedFor = new ComposedFor(letter, draft.shared());
        if (letter.letter().mayGoInClear()) {
            Content signed = payload(headers.insideSignature(letter), draft, CLEAR);
            return new CompositionInClear(composedFor, headers, signed, signer.sign(signed), mime, spool);
        }
        Content payload = payload(headers.insideEncryption(letter), draft, ENCRYPTED);
        return new CompositionForReaders(composedFor, headers, signer.signInside(payload), now, mime, spool);
    }

    private Content payload(MailHeaders headers, Draft draft, String parameters) throws IOException {
        try (Spool written = spool.spool(MOST_BYTES)) {
            if (draft.bare()) {
                mime.padded(headers, draft.parts(), parameters, written);
            } else {
                mime.entity(headers, draft.parts(), parameters, written);
            }
            return written.finish();
        }
    }
}
