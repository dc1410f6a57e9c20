package org.embargo.desk.open;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.config.DeskConfig;
import org.embargo.config.HoldFolder;
import org.embargo.config.ReleaseConfig;
import org.embargo.letters.AdvisoryDesk;
import org.embargo.letters.AdvisoryWriter;
import org.embargo.letters.Templates;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Member;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.SeriesRule;
import org.embargo.model.TagPattern;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.Verdict;
import org.embargo.process.outcome.Roster;
import org.embargo.process.requests.DeskRules;
import org.embargo.process.standing.SupportedReleases;
import org.embargo.process.timetable.CaseClocks;
import org.embargo.process.timetable.DisclosureClocks;
import org.embargo.process.timetable.NoticeClocks;
import org.embargo.process.timetable.PatchClocks;

/**
 * One desk at work: its configuration with its keys and the certificates of its team, as files or the desk's book
 * have them. Immutable; safe for
 * use by many threads.
 *
 * @param team           certificate of each member who has not left, by address
 * @param upstreams      certificates of those upstreams whose signature proves an announcement, by name
 * @param holds          what whoever runs the server keeps back
 * @param content        finishes what its cases would publish
 * @param clockTolerance how far a time that a member confirms may be from the server's
 * @param released       releases besides those of the configuration that are known to be out
 */
public record OpenDesk(
        DeskConfig config,
        DeskKeys keys,
        Map<Address, Certificate> team,
        Map<String, Certificate> upstreams,
        HoldFolder holds,
        AdvisoryWriter content,
        Duration clockTolerance,
        List<ReleaseVersion> released) {

    public OpenDesk {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(keys, "keys");
        team = Map.copyOf(team);
        upstreams = Map.copyOf(upstreams);
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(holds, "holds");
        Objects.requireNonNull(clockTolerance, "clockTolerance");
        released = List.copyOf(released);
    }

    /** The same desk with another team, other certificates of its upstreams, and what its book knows of releases. */
    OpenDesk with(Map<Address, Certificate> members, Map<String, Certificate> announcers, List<ReleaseVersion> known) {
        return new OpenDesk(config, keys, members, announcers, holds, content, clockTolerance, known);
    }

    /** What decisions need to know of it. */
    public Desk desk() {
        return new Desk(
                config.name(),
                config.address(),
                config.casePrefix(),
                members()
                        .map(address -> new Member(address, certificate(address).fingerprint()))
                        .toList(),
                team.values().stream()
                        .filter(each -> each.isRevokedAt(Instant.MAX))
                        .map(Certificate::fingerprint)
                        .collect(Collectors.toSet()),
                config.approvals(),
                config.clocks().acknowledgeWithin(),
                config.clocks().receiptDelay());
    }

    /** Those of the configuration who have not left, in its order. */
    public Stream<Address> members() {
        return config.team().stream().filter(team::containsKey);
    }

    /** One that finishes what its cases would publish with {@code templates}. */
    public static OpenDesk of(
            DeskConfig config,
            DeskKeys keys,
            Map<Address, Certificate> team,
            Map<String, Certificate> upstreams,
            HoldFolder holds,
            Templates templates,
            Duration clockTolerance) {
        AdvisoryDesk advisory = new AdvisoryDesk(
                config.project(),
                config.address(),
                keys.certificate().fingerprint(),
                config.mailingLists(),
                config.clocks().advanceNotice(),
                config.clocks().timeSensitiveNotice(),
                config.releases().releaseUrl().map(URI::toString),
                pushing(config.releases()));
        return new OpenDesk(
                config,
                keys,
                team,
                upstreams,
                holds,
                new AdvisoryWriter(advisory, templates),
                clockTolerance,
                List.of());
    }

    private static AdvisoryDesk.Pushing pushing(ReleaseConfig releases) {
        return new AdvisoryDesk.Pushing(
                releases.repository().map(URI::toString),
                releases.commitAuthor().identity(),
                releases.tagPattern().flatMap(TagPattern::parse),
                releases.commitSigningKey().isPresent(),
                releases.patchAuthors());
    }

    /**
     * The texts of {@code current} that may go out at this moment, as they were stored when they were approved; empty
     * where nothing may. This is the only way to them: whoever sends asks again right before he signs.
     */
    public Optional<FinishedTexts> approvedNow(Case current) {
        return new FinishedOnce().approvedNow(this, current);
    }

    /** Whether a file of the operator holds {@code id}, or all cases. */
    public boolean isHeldByOperator(CaseId id) {
        return holds.read().hold(id);
    }

    /** How long the clocks of its cases run. */
    public CaseClocks clocks() {
        return new CaseClocks(
                config.clocks().acknowledgeWithin(),
                config.clocks().keepInTouch(),
                new NoticeClocks(
                        config.clocks().advanceNotice(),
                        config.clocks().noticeSpread(),
                        config.clocks().timeSensitiveNotice(),
                        config.clocks().confirmWithin(),
                        config.approvals()),
                disclosureClocks(),
                new PatchClocks(
                        config.releases().repository().isPresent(),
                        config.releases().releaseHook().isPresent()));
    }

    private DisclosureClocks disclosureClocks() {
        return new DisclosureClocks(
                config.clocks().advanceNotice(),
                config.clocks().timeSensitiveNotice(),
                config.clocks().lastCall(),
                config.releases().releaseWithin(),
                config.clocks().postConfirmWithin(),
                config.approvals());
    }

    /** What its configuration says of dates and versions. */
    public DeskRules rules() {
        ReleaseConfig releases = config.releases();
        return new DeskRules(
                config.clocks().advanceNotice(),
                config.clocks().disclosureTime().time(),
                config.clocks().disclosureTime().zone(),
                new SupportedReleases(
                        Stream.concat(
                                        released.stream(),
                                        releases.releases().stream()
                                                .flatMap(version -> ReleaseVersion.parse(version).stream()))
                                .distinct()
                                .toList(),
                        releases.supportedReleases(),
                        SeriesRule.parse(releases.series()).orElse(SeriesRule.MAJOR_MINOR),
                        releases.mainBranch()),
                disclosureClocks(),
                releases.releaseUrl().map(URI::toString).orElse(""),
                clockTolerance);
    }

    /** Who of the team can be written to at {@code now}. */
    public Roster roster(Instant now) {
        Set<Address> unreachable = members()
                .filter(member -> !certificate(member).canEncryptAt(now))
                .collect(Collectors.toSet());
        return new Roster(desk(), unreachable);
    }

    /** Whether the key of a member's good signature is good at {@code now} as well. */
    public boolean isGoodNow(Member member, Verdict verdict, Instant now) {
        return verdict.key()
                .filter(key -> certificate(member.address()).maySignAt(key, now))
                .isPresent();
    }

    public CertificateDirectory teamDirectory() {
        return CertificateDirectory.of(team.values());
    }

    /** Certificates by which upstreams sign what they announce. */
    public CertificateDirectory upstreamDirectory() {
        return CertificateDirectory.of(upstreams.values());
    }

    /** Certificates that are never a reporter's. */
    public Set<Fingerprint> ownFingerprints() {
        Set<Fingerprint> own = new HashSet<>();
        team.values().forEach(certificate -> own.add(certificate.fingerprint()));
        own.add(keys.certificate().fingerprint());
        return own;
    }

    /**
     * The certificate of a member.
     *
     * @throws NullPointerException for somebody who is not of {@link #members}
     */
    public Certificate certificate(Address member) {
        return Objects.requireNonNull(team.get(member), "every member has a certificate");
    }
}
