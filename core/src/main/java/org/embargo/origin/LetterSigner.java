package org.embargo.origin;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import org.apache.james.jdkim.DKIMCommon;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.exceptions.FailException;
import org.embargo.content.Content;

/**
 * Signs letters for one domain by DKIM. A field is put on top, and not one byte after it is changed. Safe for use by many
 * threads.
 *
 * <p>All letters have the same list of signed fields, whichever of them stand there, no time and no copy of a field: the
 * signature tells nothing that the letter does not. From is signed once more than it stands there, so that nobody adds
 * another.
 */
public final class LetterSigner {

    private static final String FIELDS = "from:from:to:subject:date:message-id:reply-to:in-reply-to:references"
            + ":auto-submitted:mime-version:content-type:content-transfer-encoding";
    private static final String PEM = "-----(?:BEGIN|END) PRIVATE KEY-----|\\s";

    private final PrivateKey key;
    private final String template;

    private LetterSigner(PrivateKey key, String template) {
        this.key = key;
        this.template = template;
    }

    /**
     * The signer of {@code domain} with the key in {@code file}, RSA in PKCS#8 and PEM.
     *
     * @throws IOException when the file can't be read or holds no such key
     */
    public static LetterSigner read(Path file, String selector, String domain) throws IOException {
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(domain, "domain");
        try {
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            byte[] encoded = Base64.getDecoder().decode(pem.replaceAll(PEM, ""));
            PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new LetterSigner(
                    key, "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h=" + FIELDS);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // their words may quote the key
            throw new IOException(file + " holds no RSA key in PKCS#8 and PEM");
        }
    }

    /**
     * The letter with its signature.
     *
     * @throws IOException when it can't be read or signed
     */
    public Content sign(Content letter) throws IOException {
        try (InputStream in = new BufferedInputStream(letter.open(), 1 << 16)) {
            MailHeader header =
                    MailHeader.read(in).orElseThrow(() -> new IOException("a letter with too long a header"));
            DKIMSigner signer = new DKIMSigner(template, key);
            BodyHasher hasher = signer.newBodyHasher(signer.newSignatureRecordTemplate(template));
            BodyCopy.copy(in, hasher);
            // a line for each tag: in relaxed form that is the same field
            String field = signer.sign(header, hasher).replace("; ", ";\r\n ") + "\r\n";
            return new Signed(field.getBytes(StandardCharsets.US_ASCII), letter);
        } catch (FailException e) {
            throw new IOException(
                    "a letter could not be signed: " + e.getClass().getSimpleName());
        }
    }

    /** The library's own way to read a body, which closes both ends. */
    private static final class BodyCopy extends DKIMCommon {
        static void copy(InputStream body, BodyHasher hasher) throws IOException {
            streamCopy(body, hasher.getOutputStream());
        }
    }

    private static final class Signed implements Content {
        private final byte[] field;
        private final Content letter;

        Signed(byte[] field, Content letter) {
            this.field = field;
            this.letter = letter;
        }

        @Override
        public InputStream open() throws IOException {
            return new SequenceInputStream(new ByteArrayInputStream(field), letter.open());
        }

        @Override
        public long sizeBytes() {
            return field.length + letter.sizeBytes();
        }

        @Override
        public String toString() {
            return "[withheld, " + sizeBytes() + " bytes]";
        }
    }
}
