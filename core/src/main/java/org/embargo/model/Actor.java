package org.embargo.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Who caused an event of a case. Never a name or an address: what proves a person is the key.
 *
 * @param kind        in which capacity
 * @param fingerprint the key that proved it, where one did
 */
public record Actor(Kind kind, Optional<Fingerprint> fingerprint) {

    /** The desk itself, by the clock or by a rule. */
    public static final Actor DESK = new Actor(Kind.DESK, Optional.empty());

    /** Somebody outside, unproven. */
    public static final Actor OUTSIDE = new Actor(Kind.OUTSIDE, Optional.empty());

    /** Whoever runs the server, by a file in its home. */
    public static final Actor OPERATOR = new Actor(Kind.OPERATOR, Optional.empty());

    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    public static Actor member(Fingerprint fingerprint) {
        return new Actor(Kind.MEMBER, Optional.of(fingerprint));
    }

    /** In which capacity somebody acts on a case. */
    public enum Kind {
        DESK,
        MEMBER,
        REPORTER,
        OUTSIDE,
        OPERATOR
    }
}
