package org.embargo.model;

import java.util.Objects;

/** A person of a desk's team: a mail address and the certificate that proves him. */
public record Member(Address address, Fingerprint fingerprint) {

    public Member {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
