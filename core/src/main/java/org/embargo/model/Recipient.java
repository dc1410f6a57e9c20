package org.embargo.model;

import java.util.Objects;

/**
 * A vendor or distributor on the desk's private list.
 *
 * @param paused gets nothing of cases of which he knows nothing yet
 */
public record Recipient(Confidential name, Address address, Fingerprint certificate, boolean paused) {

    public Recipient {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(certificate, "certificate");
    }
}
