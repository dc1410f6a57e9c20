package org.embargo.model;

import java.util.Objects;
import java.util.Optional;

/**
 * How the reporter is credited.
 *
 * @param byTeam     what a member set
 * @param byReporter what he said himself; it goes first
 * @param waiting    a name he gave after approval, which a member must take over
 */
public record Credit(Optional<Naming> byTeam, Optional<Naming> byReporter, Optional<Naming> waiting) {

    public static final Credit UNSET = new Credit(Optional.empty(), Optional.empty(), Optional.empty());

    public Credit {
        Objects.requireNonNull(byTeam, "byTeam");
        Objects.requireNonNull(byReporter, "byReporter");
        Objects.requireNonNull(waiting, "waiting");
    }

    /** What holds; empty while nobody said anything. */
    public Optional<Naming> effective() {
        return byReporter.or(() -> byTeam);
    }

    /**
     * A name, or the wish for none.
     *
     * @param name empty for anonymous
     */
    public record Naming(Optional<Confidential> name) {

        public static final Naming ANONYMOUS = new Naming(Optional.empty());

        public Naming {
            Objects.requireNonNull(name, "name");
        }
    }
}
