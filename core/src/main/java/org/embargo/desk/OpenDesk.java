package org.embargo.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.embargo.config.DeskConfig;
import org.embargo.config.HoldFolder;
import org.embargo.model.Address;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.Verdict;
import org.embargo.process.CaseClocks;
import org.embargo.process.Roster;

/**
 * One desk at work: its configuration with its keys and the certificates of its team, read at start. Immutable; safe for
 * use by many threads.
 *
 * @param team  certificate of each member, by address
 * @param holds what whoever runs the server keeps back
 */
record OpenDesk(DeskConfig config, DeskKeys keys, Map<Address, Certificate> team, HoldFolder holds) {

    OpenDesk {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(keys, "keys");
        team = Map.copyOf(team);
        Objects.requireNonNull(holds, "holds");
    }

    /** What decisions need to know of it. */
    Desk desk() {
        return new Desk(
                config.name(),
                config.address(),
                config.casePrefix(),
                config.team().stream()
                        .map(address -> new Member(address, certificate(address).fingerprint()))
                        .toList(),
                config.clocks().acknowledgeWithin(),
                config.clocks().receiptDelay());
    }

    /** How long the clocks of its cases run. */
    CaseClocks clocks() {
        return new CaseClocks(
                config.clocks().acknowledgeWithin(), config.clocks().keepInTouch());
    }

    /** Who of the team can be written to at {@code now}. */
    Roster roster(Instant now) {
        Set<Address> unreachable = config.team().stream()
                .filter(member -> !certificate(member).canEncryptAt(now))
                .collect(Collectors.toSet());
        return new Roster(desk(), unreachable);
    }

    /** Whether the key of a member's good signature is good at {@code now} as well. */
    boolean isGoodNow(Member member, Verdict verdict, Instant now) {
        return verdict.key()
                .filter(key -> certificate(member.address()).maySignAt(key, now))
                .isPresent();
    }

    CertificateDirectory teamDirectory() {
        return CertificateDirectory.of(team.values());
    }

    /** Certificates that are never a reporter's. */
    Set<Fingerprint> ownFingerprints() {
        Set<Fingerprint> own = new HashSet<>();
        team.values().forEach(certificate -> own.add(certificate.fingerprint()));
        own.add(keys.certificate().fingerprint());
        return own;
    }

    private Certificate certificate(Address member) {
        return Objects.requireNonNull(team.get(member), "every member has a certificate");
    }
}
