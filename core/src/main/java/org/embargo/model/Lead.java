package org.embargo.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long before its disclosure a case's advance notice is due.
 *
 * @param distance of a lead of the case's own, otherwise empty
 */
public record Lead(Kind kind, Optional<Duration> distance) {

    /** The desk's. */
    public static final Lead USUAL = new Lead(Kind.USUAL, Optional.empty());

    public static final Lead AT_ONCE = new Lead(Kind.AT_ONCE, Optional.empty());

    public static final Lead NO_NOTICE = new Lead(Kind.NO_NOTICE, Optional.empty());

    public Lead {
        Objects.requireNonNull(kind, "kind");
        if (distance.isPresent() != (kind == Kind.OWN)) {
            throw new IllegalArgumentException("a lead of the case's own has a distance, no other has");
        }
    }

    public static Lead of(Duration distance) {
        return new Lead(Kind.OWN, Optional.of(distance));
    }

    /** What sets it. */
    public enum Kind {
        USUAL,
        OWN,
        /** The notice is due as soon as it is approved. */
        AT_ONCE,
        /** The private list is not told before the hour. */
        NO_NOTICE
    }
}
