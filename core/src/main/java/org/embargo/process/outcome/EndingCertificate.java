package org.embargo.process.outcome;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;

/**
 * A certificate that can soon no longer be used, or can't be used now.
 *
 * @param name whose it is: the member's address, the reporter's case, name and address of a recipient,
 *             address and case of a guest; empty for the desk's own
 * @param ends when the first of its uses ends; empty where it can't be used already
 */
public record EndingCertificate(Owner owner, Confidential name, Fingerprint fingerprint, Optional<Instant> ends) {

    public EndingCertificate {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(ends, "ends");
    }

    /** In which capacity somebody has it. */
    public enum Owner {
        DESK,
        MEMBER,
        REPORTER,
        RECIPIENT,
        GUEST
    }
}
