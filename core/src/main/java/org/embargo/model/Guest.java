package org.embargo.model;

import java.util.Objects;

/**
 * Somebody outside the team who sees the team's mail of one case and may add notes to it.
 *
 * @param token stands in the address at which he answers
 */
public record Guest(Confidential name, Address address, Fingerprint certificate, Token token) {

    public Guest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(token, "token");
    }
}
