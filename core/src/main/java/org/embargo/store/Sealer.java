package org.embargo.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals rows (AES-256-GCM) and makes the keyed hashes (HMAC-SHA256) by which sealed things are looked up and the journal
 * is chained. Each use has a key of its own. Safe for use by many threads.
 */
final class Sealer {
    /** How a sealed file is cut; each segment is checked before a byte of it is released. */
    static final int SEGMENT_BYTES = 1 << 16;

    private static final int KEY_BYTES = 32;

    private final Aead rows;
    private final AesGcmHkdfStreaming files;
    private final PrfHmacJce lookUps;
    private final PrfHmacJce journal;
    private final PrfHmacJce witness;

    Sealer(SealingSecret secret) {
        try {
            rows = new AesGcmJce(secret.derive("rows", KEY_BYTES));
            files = new AesGcmHkdfStreaming(
                    secret.derive("files", KEY_BYTES), "HMACSHA256", KEY_BYTES, SEGMENT_BYTES, 0);
            lookUps = hmac(secret, "look-ups");
            journal = hmac(secret, "journal");
            witness = hmac(secret, "witness");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks AES-GCM or HMAC-SHA256", e);
        }
    }

    byte[] seal(Place place, byte[] clear) {
        try {
            return rows.encrypt(clear, place.asAssociatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    /** @throws BrokenSealException when the value was changed, moved, or sealed with another secret */
    byte[] open(Place place, byte[] sealed) {
        try {
            return rows.decrypt(sealed, place.asAssociatedData());
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException(place, e);
        }
    }

    StreamingAead files() {
        return files;
    }

    /** Bytes that sealing adds at the front of a file, before its first segment's content. */
    int fileHeaderBytes() {
        return files.getHeaderLength();
    }

    /**
     * A keyed hash for looking things up.
     *
     * @param use what is looked up; the same fields have another hash for another use
     */
    String lookUp(String use, Fields fields) {
        byte[] domain = (use + "\n").getBytes(StandardCharsets.UTF_8);
        return hex(lookUps, new Fields().add(domain).add(fields.bytes()));
    }

    String journalMac(Fields line) {
        return hex(journal, line);
    }

    String witnessMac(Fields mark) {
        return hex(witness, mark);
    }

    private static PrfHmacJce hmac(SealingSecret secret, String purpose) throws GeneralSecurityException {
        return new PrfHmacJce("HMACSHA256", new SecretKeySpec(secret.derive(purpose, KEY_BYTES), "HMAC"));
    }

    private static String hex(PrfHmacJce key, Fields fields) {
        try {
            return HexFormat.of().formatHex(key.compute(fields.bytes(), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 failed", e);
        }
    }
}
