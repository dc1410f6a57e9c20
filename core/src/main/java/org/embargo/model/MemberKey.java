package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A certificate that a command has set for a member. It stands over the operator's file only while that holds one which
 * it has replaced: a newer file is the operator's last word.
 *
 * @param replaced the certificates that the member had before, as far as commands have replaced them
 * @param since    when it became his
 */
public record MemberKey(Address member, Fingerprint certificate, Set<Fingerprint> replaced, Instant since) {

    public MemberKey {
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(certificate, "certificate");
        replaced = Set.copyOf(replaced);
        Objects.requireNonNull(since, "since");
    }

    /** Whether it counts while the operator's file holds {@code filed}. */
    public boolean standsOver(Fingerprint filed) {
        return certificate.equals(filed) || replaced.contains(filed);
    }
}
