package org.embargo.openpgp;

import java.util.Objects;
import org.embargo.model.Fingerprint;

/**
 * An OpenPGP certificate (transferable public key, RFC 9580 section 10.1). Immutable; safe for use by many threads.
 */
public final class Certificate {

    private final Fingerprint fingerprint;

    Certificate(Fingerprint fingerprint) {
        this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** Fingerprint of the primary key. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }
}
