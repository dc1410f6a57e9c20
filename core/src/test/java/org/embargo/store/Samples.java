package org.embargo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.mail.Envelope;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.MailEvent;
import org.embargo.model.Randomness;
import org.embargo.model.Token;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/** Values for the store's tests; each call draws new names, so that tests can share a database. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Address REPORTER = new Address("finder@planted-domain.example");
    static final Fingerprint KEY = new Fingerprint("0123456789ABCDEF0123456789ABCDEF01234567");
    static final Arrival PLAIN = new Arrival(false, true, false, true, Optional.empty());

    private static final Randomness RANDOMNESS = Randomness.secure();

    private Samples() {}

    static DeskName desk() {
        return new DeskName("desk-" + RANDOMNESS.token().value());
    }

    static CaseId caseId() {
        return new CaseId("PYCA", 2026, RANDOMNESS.number(1000, 900_000_000_000L));
    }

    static Token token() {
        return RANDOMNESS.token();
    }

    static IntakeId mailAt(Instant arrival) {
        return IntakeId.of(arrival, token());
    }

    static MailEvent.ReportFiled report() {
        return new MailEvent.ReportFiled(
                mailAt(NOON),
                Optional.of(REPORTER),
                new Confidential("Plantagenet Finder"),
                new Confidential("plantedsubject overflow"),
                PLAIN,
                token(),
                Optional.of(RANDOMNESS.messageId("planted-domain.example")),
                RANDOMNESS.messageId("project.example"),
                NOON.plusSeconds(172_800));
    }

    static CaseEvent followUp() {
        return new MailEvent.FollowUpFiled(mailAt(NOON), true, PLAIN, Optional.empty());
    }

    static OutboxLetter letter(DeskName desk, CaseId id, Token composition, Instant due) {
        Letter letter = new TeamLetter.TeamMail(
                id,
                mailAt(NOON),
                TeamLetter.TeamMail.Occasion.NEW_REPORT,
                List.of(Finding.of(Finding.Kind.WROTE, REPORTER.value(), "plantedname")),
                Optional.of(NOON.plusSeconds(172_800)));
        return new OutboxLetter(
                RANDOMNESS.letterId(),
                desk,
                Optional.of(id),
                composition,
                new Address("alice@planted-domain.example"),
                RANDOMNESS.messageId("project.example"),
                token(),
                due,
                Optional.empty(),
                List.of(),
                letter);
    }

    static OutboxLetter keyAnswer(DeskName desk, Instant due) {
        return new OutboxLetter(
                RANDOMNESS.letterId(),
                desk,
                Optional.empty(),
                token(),
                REPORTER,
                RANDOMNESS.messageId("project.example"),
                token(),
                due,
                Optional.of(RANDOMNESS.messageId("planted-domain.example")),
                List.of(RANDOMNESS.messageId("planted-domain.example")),
                new StrangerLetter.KeyAnswer());
    }

    static Envelope envelope(Instant received) {
        return new Envelope(
                Optional.of(REPORTER),
                new DeskAddress(
                        new DeskName("pyca"), new DeskRole.Reporter(token()), new Address("security@project.example")),
                received,
                new Envelope.Client("192.0.2.7", "plantedhelo.example", true));
    }
}
