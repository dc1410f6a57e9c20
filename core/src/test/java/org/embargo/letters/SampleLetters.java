package org.embargo.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.mail.Attachment;
import org.embargo.mail.Coverage;
import org.embargo.mail.Envelope;
import org.embargo.mail.MailFields;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Origin;
import org.embargo.mail.Section;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.model.MessageId;
import org.embargo.model.Token;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateFormatException;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SecretKeyException;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.outcome.DigestMails;
import org.embargo.process.outcome.EndingCertificate;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Remark;

/** Letters, a desk and mails for tests: always the same. */
final class SampleLetters {

    static final Instant NOW = Instant.parse("2026-11-22T10:45:00Z");
    static final Instant ANSWER_BY = NOW.plus(Duration.ofDays(2));
    static final CaseId CASE = new CaseId("PYCA", 2026, 7310);
    static final Address DESK = new Address("security@project.example");
    static final Address ALICE = new Address("alice@project.example");
    static final Address BOB = new Address("bob@project.example");
    static final Address REPORTER = new Address("robin@finder.example");
    static final Fingerprint REPORTER_KEY = new Fingerprint("AC550BB98F7DE91DFA3D67745E739D69AF080E09");
    static final String ORIGINAL = "From: robin@finder.example\r\nSubject: x\r\n\r\nthe original text\r\n";

    private SampleLetters() {}

    static DeskIdentity desk() {
        return new DeskIdentity(
                "cryptography",
                DESK,
                deskKeys(),
                List.of("45.0.1", "44.0.3"),
                "main",
                Duration.ofDays(2),
                Duration.ofDays(7));
    }

    static DeskKeys deskKeys() {
        try {
            return DeskKeys.read(key("desk.secret.asc"), List.of(), List.of());
        } catch (SecretKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    static Certificate certificate(String name) {
        try {
            return Certificate.read(key(name + ".asc"));
        } catch (CertificateFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] key(String file) {
        try (InputStream in = SampleLetters.class.getResourceAsStream("/letters/keys/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReporterLetter.Receipt receipt(boolean encrypted, boolean readable, Optional<Fingerprint> encryptTo) {
        Arrival arrival = new Arrival(encrypted, readable, false, true, encryptTo);
        return new ReporterLetter.Receipt(CASE, arrival, ANSWER_BY, token('r'), encryptTo, false);
    }

    static TeamLetter.TeamMail teamMail(TeamLetter.TeamMail.Occasion occasion, Finding... findings) {
        return new TeamLetter.TeamMail(
                CASE, IntakeId.of(NOW, token('m')), occasion, List.of(findings), Optional.of(ANSWER_BY));
    }

    static BookLetter.GuestWelcome guestWelcome(Fingerprint key) {
        return new BookLetter.GuestWelcome(CASE, token('g'), Optional.of(key));
    }

    static BookLetter.GuestNote guestNote(Fingerprint key) {
        return new BookLetter.GuestNote(
                CASE,
                List.of(
                        Finding.of(Finding.Kind.MEMBER_ACTED, "bob@project.example", key.hex()),
                        Finding.of(Finding.Kind.COMMAND_DONE, "/accept")),
                new Confidential("Could you look at\n\n    read(2)\n\nfirst?"),
                token('g'),
                Optional.of(key));
    }

    static BookLetter.GuestMail guestMail(Fingerprint key) {
        return new BookLetter.GuestMail(
                CASE,
                IntakeId.of(NOW, token('m')),
                List.of(
                        Finding.of(Finding.Kind.GUEST_WROTE, "A Guest", "guest@elsewhere.example"),
                        Finding.of(Finding.Kind.CAME_ENCRYPTED)),
                token('g'),
                Optional.of(key));
    }

    static BookLetter.DeskMail deskMail(Finding... findings) {
        return new BookLetter.DeskMail(IntakeId.of(NOW, token('m')), List.of(findings));
    }

    static ReporterLetter.Reply reply(ReporterLetter.Reply.Tenor tenor, Optional<Fingerprint> encryptTo) {
        String text = "Hello Robin,\n\n    if (list == NULL)\n\nis what we look at.";
        return new ReporterLetter.Reply(
                CASE, tenor, new Confidential(text), Optional.empty(), Optional.of(token('r')), encryptTo);
    }

    static MemberLetter.Transcript transcript(
            MemberLetter.Transcript.Result result, MemberLetter.Transcript.Line... lines) {
        return new MemberLetter.Transcript(
                Optional.of(CASE),
                result,
                List.of(lines),
                List.of(Remark.of(Remark.Kind.STANDS_AT, "accepted"), Remark.of(Remark.Kind.MISSING_OWNER)),
                List.of(new MemberLetter.Transcript.Step("acknowledgement", ANSWER_BY)),
                NOW);
    }

    /** A reminder made now of what is due after {@code left}; where that is past, it comes an hour late itself. */
    static ClockLetter.Reminder reminder(CaseClock clock, Duration left, Finding... findings) {
        Instant planned = left.isNegative() ? NOW.minus(Duration.ofHours(1)) : NOW;
        return new ClockLetter.Reminder(
                CASE,
                clock,
                NOW.plus(left),
                planned,
                NOW,
                Optional.of(NOW.plus(Duration.ofDays(1))),
                List.of(findings));
    }

    static ClockLetter.Digest digest() {
        Optional<Instant> filed = Optional.of(NOW.minus(Duration.ofDays(3)));
        return new ClockLetter.Digest(
                NOW.minus(Duration.ofHours(3)),
                NOW,
                List.of(
                        new DigestCase(
                                CASE,
                                Optional.of(CaseState.REPORTED),
                                filed,
                                Optional.of(CaseClock.ACKNOWLEDGEMENT),
                                Optional.of(NOW.minus(Duration.ofDays(1)))),
                        new DigestCase(
                                new CaseId("PYCA", 2026, 81234),
                                Optional.of(CaseState.ACCEPTED),
                                filed,
                                Optional.of(CaseClock.KEEP_IN_TOUCH),
                                Optional.of(NOW.plus(Duration.ofDays(11)))),
                        new DigestCase(
                                new CaseId("PYCA", 2026, 4444),
                                Optional.of(CaseState.ANNOUNCED),
                                filed,
                                Optional.empty(),
                                Optional.empty()),
                        DigestCase.damaged(new CaseId("PYCA", 2026, 5555))),
                2,
                new DigestMails(
                        NOW.minus(Duration.ofDays(7)),
                        4,
                        1,
                        0,
                        1,
                        List.of(
                                new DigestMails.SetAside(NOW.minus(Duration.ofDays(2)), Optional.of(CASE)),
                                new DigestMails.SetAside(NOW.minus(Duration.ofDays(1)), Optional.empty()))),
                4711,
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    }

    static ClockLetter.CertificatesEnd certificatesEnd() {
        Instant ends = NOW.plus(Duration.ofDays(30));
        return new ClockLetter.CertificatesEnd(
                List.of(
                        ending(EndingCertificate.Owner.DESK, "", Optional.of(ends)),
                        ending(EndingCertificate.Owner.MEMBER, "bob@project.example", Optional.empty()),
                        ending(EndingCertificate.Owner.REPORTER, CASE.toString(), Optional.of(ends))),
                NOW);
    }

    private static EndingCertificate ending(EndingCertificate.Owner owner, String name, Optional<Instant> ends) {
        return new EndingCertificate(owner, new Confidential(name), REPORTER_KEY, ends);
    }

    /** To {@code to}; letters of the same kind to several readers are one composition. */
    static OutboxLetter to(Address to, Letter letter) {
        char own = to.local().charAt(0);
        return new OutboxLetter(
                new LetterId(String.valueOf(own).repeat(26)),
                new DeskName("cryptography"),
                Optional.of(CASE),
                token('c'),
                to,
                new MessageId("<" + String.valueOf(own).repeat(26) + "@project.example>"),
                token('b'),
                NOW,
                Optional.of(new MessageId("<report@finder.example>")),
                List.of(new MessageId("<first@finder.example>"), new MessageId("<report@finder.example>")),
                letter);
    }

    static Token token(char letter) {
        return new Token(String.valueOf(letter).repeat(26));
    }

    static Enclosure enclosure(OpenedMail opened) {
        return new Enclosure(opened, Content.of(ORIGINAL.getBytes(StandardCharsets.US_ASCII)));
    }

    static OpenedMail clearMail(String name, String subject, String text) {
        return mail(name, subject, Optional.empty(), List.of(section(text, false)), List.of());
    }

    static OpenedMail encryptedMail(String subject, String text, Attachment... attachments) {
        return mail("Robin Reporter", subject, Optional.empty(), List.of(section(text, true)), List.of(attachments));
    }

    static OpenedMail unreadableMail() {
        return mail("Robin", "hello", Optional.of(OpeningFailure.NO_SECRET_KEY), List.of(), List.of());
    }

    static Section section(String text, boolean signed) {
        Verdict good = new Verdict(
                SignatureState.GOOD, Optional.of(REPORTER_KEY), Optional.empty(), Optional.of(NOW), Optional.empty());
        return new Section(new Confidential(text), signed, signed ? List.of(good) : List.of(), false);
    }

    static Attachment attachment(String name, String text, boolean encrypted) {
        return new Attachment(
                new Confidential(name),
                "text/x-python",
                Content.of(text.getBytes(StandardCharsets.UTF_8)),
                encrypted,
                true);
    }

    static OpenedMail mail(
            String name,
            String subject,
            Optional<OpeningFailure> failure,
            List<Section> sections,
            List<Attachment> attachments) {
        MailFields fields = new MailFields(
                List.of(new Mailbox(new Confidential(name), REPORTER)),
                true,
                List.of(DESK),
                new Confidential(subject),
                Optional.of(NOW),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
        boolean encrypted = failure.isPresent() || sections.stream().anyMatch(Section::encrypted);
        return new OpenedMail(
                IntakeId.of(NOW, token('m')),
                new Envelope(
                        Optional.of(REPORTER),
                        new DeskAddress(new DeskName("cryptography"), new DeskRole.Front(), DESK),
                        NOW,
                        new Envelope.Client("192.0.2.1", "mail.finder.example", true)),
                fields,
                fields,
                encrypted,
                failure,
                Optional.empty(),
                List.of(),
                Coverage.NOTHING,
                Optional.empty(),
                sections,
                sections.isEmpty() ? "" : sections.get(0).text().text(),
                attachments,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                "0".repeat(64),
                Origin.NOT_CHECKED);
    }
}
