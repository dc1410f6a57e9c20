package org.embargo.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Approvals;
import org.embargo.model.Arrival;
import org.embargo.model.Book;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.DeskName;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Dossier;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Lead;
import org.embargo.model.MessageId;
import org.embargo.model.Notices;
import org.embargo.model.Patches;
import org.embargo.model.Posts;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Schedule;
import org.embargo.model.Severity;
import org.embargo.model.TextField;
import org.embargo.model.Token;
import org.embargo.model.Upstream;
import org.embargo.model.UpstreamEvent;
import org.embargo.model.Urgency;
import org.embargo.process.course.ReleasePost;

/** Cases with content, and the desk that publishes it. */
final class SampleCases {

    static final CaseId ID = new CaseId("PYCA", 2026, 7310);
    static final Instant HOUR = Instant.parse("2026-12-01T15:00:00Z");

    static final AdvisoryDesk DESK = new AdvisoryDesk(
            "cryptography",
            new Address("security@project.example"),
            new Fingerprint("0123456789".repeat(4)),
            List.of(new Address("project-dev@lists.example")),
            Duration.ofDays(7),
            Duration.ofHours(24),
            Optional.of("https://project.example/releases/"),
            AdvisoryDesk.Pushing.NONE);

    static final Schedule DATED = new Schedule(Optional.of(HOUR), Lead.USUAL, Urgency.NONE);

    private SampleCases() {}

    static Dossier full() {
        return new Dossier(
                Map.of(
                        TextField.TITLE, new Confidential("Use after free when parsing PKCS#12 bundles"),
                        TextField.DESCRIPTION,
                                new Confidential("Parsing a PKCS#12 bundle whose MAC is missing frees the buffer of its"
                                        + " friendly name twice. An attacker who can have a bundle parsed can crash the"
                                        + " process, and may be able to run code in it.\n\nTo see it:\n\n    bundle ="
                                        + " load_key_and_certificates(data, None)\n    print(bundle)\n\nNo password is"
                                        + " needed."),
                        TextField.REMEDY,
                                new Confidential("Apply the patches, or upgrade. Rebuild whatever links statically."),
                        TextField.WORKAROUND, new Confidential("Refuse bundles without a MAC.")),
                Optional.of(new Severity(
                        Severity.Level.CRITICAL,
                        Optional.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                        Optional.of("9.8"))),
                List.of(new CveId("CVE-2026-12345")),
                List.of(new CweId("CWE-416")),
                confidential(">= 44.0.0, < 44.0.4", ">= 45.0.0, < 45.0.2"),
                Optional.of(confidential("45.0.2", "44.0.4")),
                credit("Robin Reporter"),
                true);
    }

    static Credit credit(String name) {
        return new Credit(
                Optional.empty(),
                Optional.of(new Credit.Naming(Optional.of(new Confidential(name)))),
                Optional.empty());
    }

    static Dossier with(Dossier dossier, TextField field, String text) {
        Map<TextField, Confidential> texts = new EnumMap<>(TextField.class);
        texts.putAll(dossier.texts());
        texts.put(field, new Confidential(text));
        return new Dossier(
                texts,
                dossier.severity(),
                dossier.cves(),
                dossier.cwes(),
                dossier.affected(),
                dossier.fixed(),
                dossier.credit(),
                dossier.noPatches());
    }

    static List<Confidential> confidential(String... texts) {
        return List.of(texts).stream().map(Confidential::new).toList();
    }

    /** Of two releases of ours, against two of an upstream that fix security issues. */
    static ReleasePost releasePost() {
        Upstream upstream = new Upstream(
                "openssl",
                List.of(new ReleaseVersion("3.4.1"), new ReleaseVersion("3.3.3")),
                Upstream.Kind.SECURITY,
                Optional.of("HIGH"),
                Duration.ofDays(3),
                Optional.of(HOUR),
                List.of());
        Case announced = with(Dossier.EMPTY, Schedule.OPEN)
                .after(List.of(
                        new UpstreamEvent.AnnouncementFiled(
                                IntakeId.of(HOUR, new Token("m".repeat(26))),
                                new Arrival(false, true, true, true, Optional.empty()),
                                Optional.empty(),
                                new MessageId("<team@project.example>"),
                                upstream),
                        released("45.0.3"),
                        released("44.0.5")));
        return new AdvisoryWriter(DESK, Templates.shipped()).releasePost(announced);
    }

    private static CaseEvent released(String version) {
        return new DisclosureEvent.ReleaseIssued(new Posts.Release(
                new Confidential(version),
                new Confidential("https://project.example/releases/" + version + "#the-checksums"),
                HOUR));
    }

    static Case with(Dossier dossier, Schedule schedule) {
        return with(ID, dossier, schedule, Approvals.NONE);
    }

    static Case with(CaseId id, Dossier dossier, Schedule schedule, Approvals approvals) {
        Case bare = Case.unfiled(id, new DeskName("cryptography"));
        return new Case(
                bare.id(),
                bare.desk(),
                1,
                CaseState.ACCEPTED,
                bare.reporter(),
                bare.reporterToken(),
                bare.reporterCertificate(),
                true,
                bare.lastReporterMail(),
                bare.teamThread(),
                bare.filed(),
                bare.answerBy(),
                bare.answered(),
                bare.lastWord(),
                false,
                bare.owner(),
                bare.endedFrom(),
                Map.of(),
                List.of(),
                false,
                dossier,
                schedule,
                approvals,
                List.of(),
                List.of(),
                Notices.NONE,
                Posts.NONE,
                Optional.empty(),
                Patches.NONE,
                Book.EMPTY);
    }
}
