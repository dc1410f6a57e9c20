package org.embargo.upstream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an upstream's mail says.
 *
 * @param releases the versions that it says are out, will be, or can be tried; in the order in which they are named
 * @param nature   what kind of mail it is
 * @param severity the highest that it names, in its own word in upper case; empty where it names none
 */
public record Announcement(List<String> releases, Nature nature, Optional<String> severity) {

    public Announcement {
        releases = List.copyOf(releases);
        Objects.requireNonNull(nature, "nature");
        Objects.requireNonNull(severity, "severity");
        if (releases.isEmpty() && nature.callsForRelease()) {
            throw new IllegalArgumentException(nature + " with " + releases.size() + " releases");
        }
    }

    /** Severities in their own words, the highest first. */
    static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MODERATE", "MEDIUM", "LOW");

    /** This one and another of the same digest: what calls for a release counts before what does not. */
    public Announcement and(Announcement other) {
        if (nature.callsForRelease() != other.nature.callsForRelease()) {
            return nature.callsForRelease() ? this : other;
        }
        Set<String> all = new LinkedHashSet<>(releases);
        all.addAll(other.releases);
        return new Announcement(
                List.copyOf(all),
                nature.compareTo(other.nature) <= 0 ? nature : other.nature,
                SEVERITIES.stream()
                        .filter(word -> severity.filter(word::equals).isPresent()
                                || other.severity.filter(word::equals).isPresent())
                        .findFirst());
    }

    /** What kind of mail it is, the most serious first. */
    public enum Nature {
        /** Releases are out that fix what can be attacked. */
        SECURITY(true),
        /** Releases are out that fix mistakes. */
        BUG_FIX(true),
        /** A release with new features alone, a trial version, or a release still to come. */
        NOT_YET(false),
        /** It names no release, or can't be read. */
        UNKNOWN(false);

        private final boolean callsForRelease;

        Nature(boolean callsForRelease) {
            this.callsForRelease = callsForRelease;
        }

        /** Whether the project must release as well. */
        public boolean callsForRelease() {
            return callsForRelease;
        }
    }
}
