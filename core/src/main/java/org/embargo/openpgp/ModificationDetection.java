package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** The trailer that protects SEIPD version 1 (RFC 9580 section 5.13.1). */
final class ModificationDetection {

    private static final int HASH_BYTES = 20;
    private static final int TRAILER_BYTES = HASH_BYTES + 2;
    private static final byte[] HEADER = {(byte) 0xd3, 0x14};

    private ModificationDetection() {}

    /**
     * Copies what is between the random prefix and the trailer, and then fails unless the trailer is right. The prefix's
     * repeated octets are not looked at: telling whether they fit would answer an attacker's question.
     */
    static void strip(InputStream clear, int blockBytes, OutputStream out) throws IOException {
        MessageDigest digest = Digests.sha1();
        byte[] prefix = clear.readNBytes(blockBytes + 2);
        digest.update(prefix);
        byte[] trailer = copyAllBut(clear, digest, out);
        digest.update(HEADER);
        if (trailer.length < TRAILER_BYTES
                || !Arrays.equals(HEADER, Arrays.copyOf(trailer, HEADER.length))
                || !MessageDigest.isEqual(digest.digest(), Arrays.copyOfRange(trailer, HEADER.length, TRAILER_BYTES))) {
            throw new RefusedException(OpeningFailure.INTEGRITY);
        }
    }

    /** Holds back as many octets as a trailer has, and returns the last ones. */
    private static byte[] copyAllBut(InputStream clear, MessageDigest digest, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        int held = 0;
        int count = clear.readNBytes(buffer, 0, TRAILER_BYTES);
        while (count > 0) {
            held += count;
            int ready = Math.max(0, held - TRAILER_BYTES);
            digest.update(buffer, 0, ready);
            out.write(buffer, 0, ready);
            System.arraycopy(buffer, ready, buffer, 0, held - ready);
            held -= ready;
            count = clear.read(buffer, held, buffer.length - held);
        }
        return Arrays.copyOf(buffer, held);
    }
}
