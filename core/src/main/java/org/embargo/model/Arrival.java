package org.embargo.model;

import java.util.Objects;
import java.util.Optional;

/**
 * How a mail reached the desk.
 *
 * @param encrypted whether it came encrypted
 * @param readable  whether it could be opened
 * @param automatic whether it is automatic mail by its structure (RFC 3834), which is never answered
 * @param proven    whether the one author is who SMTP or a signature says he is
 * @param signedBy  the known certificate with a good signature over all of it
 */
public record Arrival(
        boolean encrypted, boolean readable, boolean automatic, boolean proven, Optional<Fingerprint> signedBy) {

    public Arrival {
        Objects.requireNonNull(signedBy, "signedBy");
    }
}
