package org.embargo.openpgp;

import java.time.Instant;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * A verified revocation of a key.
 *
 * @param made  from when on it holds, unless it is hard
 * @param hard  the key is compromised, or nothing says that it is not: then nothing it ever signed counts
 */
record Revocation(Instant made, boolean hard, PGPSignature signature) {

    static Revocation of(PGPSignature signature) {
        return new Revocation(signature.getCreationTime().toInstant(), signature.isHardRevocation(), signature);
    }

    /** Whether it holds whenever {@code other} does. */
    boolean covers(Revocation other) {
        return hard || (!other.hard && !made.isAfter(other.made));
    }

    boolean holdsAt(Instant moment) {
        return hard || !made.isAfter(moment);
    }
}
