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

    /** A member's word; it settles the name that waited, if it is that one. */
    Credit setByTeam(Naming naming) {
        return waiting.equals(Optional.of(naming))
                ? new Credit(byTeam, Optional.of(naming), Optional.empty())
                : new Credit(Optional.of(naming), byReporter, waiting);
    }

    Credit saidByReporter(Naming naming) {
        return new Credit(byTeam, Optional.of(naming), Optional.empty());
    }

    Credit waitingFor(Naming naming) {
        return new Credit(byTeam, byReporter, Optional.of(naming));
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

        public static Naming of(String name) {
            return new Naming(Optional.of(new Confidential(name)));
        }

        public boolean isAnonymous() {
            return name.isEmpty();
        }

        /** As a member writes it. */
        public String print() {
            return name.map(Confidential::text).orElse("anonymous");
        }
    }
}
