package org.embargo.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an upstream announced, of a case that is about that (contract, section 11).
 *
 * @param name          of the upstream, as the desk's configuration has it; blank where no upstream is known
 * @param releases      of the upstream, as far as they concern the project; none where they could not be read
 * @param severity      the highest that was named, in its own word in upper case
 * @param releaseWithin until our own release is due, from the announcement or its acceptance on
 * @param due           when our own release is due; empty while the mail is only shown, and no clock runs
 * @param posted        releases of ours whose post went out
 */
public record Upstream(
        String name,
        List<ReleaseVersion> releases,
        Kind kind,
        Optional<String> severity,
        Duration releaseWithin,
        Optional<Instant> due,
        List<Confidential> posted) {

    private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MODERATE", "MEDIUM", "LOW");

    public Upstream {
        Objects.requireNonNull(name, "name");
        releases = List.copyOf(releases);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(releaseWithin, "releaseWithin");
        Objects.requireNonNull(due, "due");
        posted = List.copyOf(posted);
    }

    /** Whether our own release is wanted; otherwise the mail is only shown. */
    public boolean isFollowed() {
        return due.isPresent();
    }

    /** Whether a post can say what our release is built against. */
    public boolean isNamed() {
        return !name.isBlank() && !releases.isEmpty();
    }

    /** As a member reads it: {@code releases} of {@code upstream}; blank or none leave what is known. */
    public Upstream readAs(String upstream, List<ReleaseVersion> versions) {
        return new Upstream(
                upstream.isBlank() ? name : upstream,
                versions.isEmpty() ? releases : versions,
                kind,
                severity,
                releaseWithin,
                due,
                posted);
    }

    /** Our own release is due {@link #releaseWithin} after {@code from}, unless it is due at another time already. */
    public Upstream followedFrom(Instant from) {
        return new Upstream(
                name,
                releases,
                kind,
                severity,
                releaseWithin,
                due.or(() -> Optional.of(from.plus(releaseWithin))),
                posted);
    }

    /** Together with a further announcement: what is more serious counts, and the release stays due when it was. */
    Upstream joined(Upstream further) {
        Set<ReleaseVersion> all = new LinkedHashSet<>(releases);
        all.addAll(further.releases);
        return new Upstream(
                name,
                List.copyOf(all),
                kind.compareTo(further.kind) <= 0 ? kind : further.kind,
                higher(severity, further.severity),
                releaseWithin,
                due,
                posted);
    }

    Upstream posted(List<Confidential> versions) {
        List<Confidential> all = new ArrayList<>(posted);
        all.addAll(versions);
        return new Upstream(name, releases, kind, severity, releaseWithin, due, all);
    }

    private static Optional<String> higher(Optional<String> one, Optional<String> other) {
        return SEVERITIES.stream()
                .filter(word -> one.filter(word::equals).isPresent()
                        || other.filter(word::equals).isPresent())
                .findFirst()
                .or(() -> one)
                .or(() -> other);
    }

    /** Why the upstream released, the most serious first. */
    public enum Kind {
        SECURITY,
        BUG_FIX,
        /** Its announcement does not say so that it could be read. */
        UNCLEAR
    }
}
