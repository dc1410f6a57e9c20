package org.embargo.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A command that needs several members, as one of them has sent it.
 *
 * @param command in the form in which the same command of another member is the same
 */
public record Proposal(Confidential command, Fingerprint by, Instant at) {

    public Proposal {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
