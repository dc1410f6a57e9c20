package org.embargo.desk.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.config.UpstreamConfig;
import org.embargo.config.UpstreamConfig.Proof;
import org.embargo.desk.open.OpenDesk;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Section;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Upstream;
import org.embargo.openpgp.Certificate;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Finding.Kind;
import org.embargo.upstream.Announcement;
import org.embargo.upstream.Announcement.Nature;
import org.embargo.upstream.AnnouncementReader;

/**
 * What a mail to the address for upstreams announces, and whether that is proven. Where a signature is the proof, only
 * what it covers is read.
 *
 * @param upstream whose it seems to be
 * @param matches  whether it comes from whom the configuration names, through the list that it names
 * @param proven   whether it matches and is proven as the configuration asks
 * @param releases as far as they concern the project
 * @param old      when it was written, where that is long ago: somebody may have sent it once more, which the team is told
 */
record UpstreamReading(
        Optional<UpstreamConfig> upstream,
        boolean matches,
        boolean proven,
        Announcement announcement,
        List<ReleaseVersion> releases,
        Optional<Instant> old) {

    /** Lists and their moderators need days, not weeks. */
    private static final Duration OLD_AFTER = Duration.ofDays(7);

    /** Of a mail that matches no upstream; the default of the configuration. */
    private static final Duration USUALLY_WITHIN = Duration.ofDays(3);

    private static final Announcement NOTHING = new Announcement(List.of(), Nature.UNKNOWN, Optional.empty());

    UpstreamReading {
        Objects.requireNonNull(upstream, "upstream");
        Objects.requireNonNull(announcement, "announcement");
        releases = List.copyOf(releases);
        Objects.requireNonNull(old, "old");
    }

    static UpstreamReading of(OpenDesk open, OpenedMail mail) {
        List<UpstreamConfig> configured = open.config().upstreams();
        return Stream.of(
                        configured.stream().filter(each -> matches(each, mail) && isProven(each, open, mail)),
                        configured.stream().filter(each -> matches(each, mail)),
                        configured.stream().filter(each -> isFrom(each, mail) || isThrough(each, mail)))
                .flatMap(each -> each)
                .findFirst()
                .map(each -> read(each, open, mail))
                .orElseGet(() ->
                        new UpstreamReading(Optional.empty(), false, false, NOTHING, List.of(), Optional.empty()));
    }

    private static UpstreamReading read(UpstreamConfig upstream, OpenDesk open, OpenedMail mail) {
        boolean matches = matches(upstream, mail);
        boolean proven = matches && isProven(upstream, open, mail);
        Announcement announcement = proven && upstream.proof() == Proof.SIGNATURE
                ? announcement(upstream, "", signed(upstream, open, mail))
                : announcement(upstream, mail);
        List<ReleaseVersion> releases = announcement.releases().stream()
                .flatMap(version -> ReleaseVersion.parse(version).stream())
                .filter(upstream::concerns)
                .distinct()
                .toList();
        Optional<Instant> old = written(upstream, open, mail)
                .filter(at -> at.isBefore(mail.envelope().received().minus(OLD_AFTER)));
        return new UpstreamReading(Optional.of(upstream), matches, proven, announcement, releases, old);
    }

    /** By what proves it: a signature's own time, else the date, which the domain signs with the mail. */
    private static Optional<Instant> written(UpstreamConfig upstream, OpenDesk open, OpenedMail mail) {
        return upstream.proof() == Proof.SIGNATURE
                ? signed(upstream, open, mail).stream()
                        .flatMap(section -> section.verdicts().stream())
                        .flatMap(verdict -> verdict.made().stream())
                        .max(Comparator.naturalOrder())
                : mail.outer().date();
    }

    /** A digest is its mails: what it says around them is no announcement. */
    private static Announcement announcement(UpstreamConfig upstream, OpenedMail mail) {
        if (mail.digest().isEmpty()) {
            return announcement(upstream, mail.outer().subject().text(), mail.sections());
        }
        AnnouncementReader reader = new AnnouncementReader(upstream.name());
        return mail.digest().stream()
                .filter(each -> each.fields()
                        .author()
                        .filter(author -> upstream.isFrom(author.address()))
                        .isPresent())
                .map(each ->
                        reader.read(each.fields().subject().text(), each.text().text()))
                .reduce(NOTHING, Announcement::and);
    }

    private static Announcement announcement(UpstreamConfig upstream, String subject, List<Section> sections) {
        String text =
                sections.stream().map(Section::text).map(Confidential::text).collect(Collectors.joining("\n"));
        return new AnnouncementReader(upstream.name()).read(subject, text);
    }

    private static boolean matches(UpstreamConfig upstream, OpenedMail mail) {
        return isFrom(upstream, mail)
                && (upstream.listId().isEmpty() || !mail.outer().isBulk() || isThrough(upstream, mail));
    }

    private static boolean isFrom(UpstreamConfig upstream, OpenedMail mail) {
        return author(mail).filter(upstream::isFrom).isPresent();
    }

    private static boolean isThrough(UpstreamConfig upstream, OpenedMail mail) {
        return upstream.listId()
                .map(list -> list.toLowerCase(Locale.ROOT))
                .filter(list -> mail.outer().listId().equals(Optional.of(list)))
                .isPresent();
    }

    private static boolean isProven(UpstreamConfig upstream, OpenDesk open, OpenedMail mail) {
        return switch (upstream.proof()) {
            case DKIM ->
                author(mail)
                        .filter(author -> mail.origin().isSignedFor(author, upstream.from()))
                        .isPresent();
            case SIGNATURE -> !signed(upstream, open, mail).isEmpty();
            case NONE -> true;
        };
    }

    private static List<Section> signed(UpstreamConfig upstream, OpenDesk open, OpenedMail mail) {
        Optional<Fingerprint> signer =
                Optional.ofNullable(open.upstreams().get(upstream.name())).map(Certificate::fingerprint);
        return mail.sections().stream()
                .filter(section -> signer.filter(certificate ->
                                section.verdicts().stream().anyMatch(verdict -> verdict.isGoodBy(certificate)))
                        .isPresent())
                .toList();
    }

    private static Optional<Address> author(OpenedMail mail) {
        return mail.outer().author().map(Mailbox::address);
    }

    /** Whether our own release is wanted for it. */
    boolean callsForRelease() {
        return proven && announcement.nature().callsForRelease() && !releases.isEmpty();
    }

    /** Whether it is an upstream's mail though no list sent it: anybody else's may be a report, whose clock must run. */
    boolean isDirect() {
        return proven && announcement.nature() != Nature.UNKNOWN;
    }

    /** What it announces, not followed yet. */
    Upstream announced(List<ReleaseVersion> of) {
        return new Upstream(
                upstream.map(UpstreamConfig::name).orElse(""),
                of,
                kind(),
                announcement.severity(),
                upstream.map(UpstreamConfig::releaseWithin).orElse(USUALLY_WITHIN),
                Optional.empty(),
                List.of());
    }

    private Upstream.Kind kind() {
        return switch (announcement.nature()) {
            case SECURITY -> Upstream.Kind.SECURITY;
            case BUG_FIX -> Upstream.Kind.BUG_FIX;
            case NOT_YET, UNKNOWN -> Upstream.Kind.UNCLEAR;
        };
    }

    /** Why it starts no clock; nothing of one that does. */
    List<Finding> objections() {
        List<Finding> findings = new ArrayList<>();
        if (!matches) {
            findings.add(Finding.of(Kind.UPSTREAM_NOT_CONFIGURED));
        } else if (!proven) {
            UpstreamConfig configured = upstream.orElseThrow();
            findings.add(Finding.of(
                    Kind.UPSTREAM_UNPROVEN, configured.proof().name().toLowerCase(Locale.ROOT), configured.name()));
        }
        old.ifPresent(at -> findings.add(Finding.of(Kind.UPSTREAM_OLD, at.toString())));
        if (announcement.nature() == Nature.NOT_YET) {
            findings.add(Finding.of(Kind.UPSTREAM_NOT_YET));
        } else if (announcement.nature() == Nature.UNKNOWN) {
            findings.add(Finding.of(Kind.UPSTREAM_UNREAD));
        } else if (releases.isEmpty()) {
            findings.add(Finding.of(Kind.UPSTREAM_OTHER_SERIES, String.join(", ", announcement.releases())));
        }
        return findings;
    }
}
