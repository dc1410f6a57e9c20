package org.embargo.process.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Desk;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Member;
import org.embargo.model.Randomness;
import org.embargo.model.ReporterEvent;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.Roster;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.junit.jupiter.api.Test;

class ReportDecisionTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final CaseId ID = new CaseId("PYCA", 2026, 7310);
    private static final Address REPORTER = new Address("rita@reporter.example");
    private static final Member ALICE = new Member(new Address("alice@project.example"), fingerprint('A'));
    private static final Member BOB = new Member(new Address("bob@project.example"), fingerprint('B'));
    private static final Desk DESK = new Desk(
            new DeskName("example"),
            new Address("security@project.example"),
            "PYCA",
            List.of(ALICE, BOB),
            1,
            Duration.ofDays(2),
            Duration.ofSeconds(60));

    @Test
    void everyMemberShouldBeToldAndTheReporterAnswered() {
        Outcome outcome = report(ReceiptPlan.RECEIPT, true, Optional.empty()).decide(mailing(Set.of()));

        assertThat(outcome.letters())
                .extracting(OutboxLetter::to)
                .containsExactly(REPORTER, ALICE.address(), BOB.address());
        assertThat(outcome.letters().get(0).letter()).isInstanceOf(ReporterLetter.Receipt.class);
        assertThat(outcome.letters().get(0).due()).isBetween(NOW, NOW.plusSeconds(60));
    }

    @Test
    void copiesForTheTeamShouldBeOneMessageWordedOnce() {
        List<OutboxLetter> team = report(ReceiptPlan.NONE, true, Optional.empty())
                .decide(mailing(Set.of()))
                .letters();

        assertThat(team)
                .extracting(OutboxLetter::composition)
                .containsOnly(team.get(0).composition());
        assertThat(team)
                .extracting(OutboxLetter::messageId)
                .containsOnly(team.get(0).messageId());
        assertThat(team).extracting(OutboxLetter::bounceToken).doesNotHaveDuplicates();
        assertThat(team).extracting(OutboxLetter::id).doesNotHaveDuplicates();
    }

    @Test
    void memberWithoutUsableCertificateShouldGetNoMoreThanAWord() {
        Outcome outcome = report(ReceiptPlan.NONE, true, Optional.empty()).decide(mailing(Set.of(BOB.address())));

        TeamLetter.TeamMail toAlice =
                (TeamLetter.TeamMail) outcome.letters().get(0).letter();
        assertThat(toAlice.findings())
                .contains(Finding.of(
                        Finding.Kind.MEMBER_UNREACHABLE, BOB.address().value()));
        assertThat(outcome.letters().get(1).letter()).isEqualTo(new MemberLetter.News());
        assertThat(outcome.letters().get(1).caseId()).isEmpty();
    }

    @Test
    void receiptForAnEncryptedReportWithoutCertificateShouldBeBare() {
        Outcome outcome = report(ReceiptPlan.RECEIPT, false, Optional.empty()).decide(mailing(Set.of()));

        ReporterLetter.Receipt receipt =
                (ReporterLetter.Receipt) outcome.letters().get(0).letter();
        assertThat(receipt.isBare()).isTrue();
    }

    @Test
    void receiptShouldNeverGoInClearOnceACertificateIsKnown() {
        Outcome outcome =
                report(ReceiptPlan.RECEIPT, true, Optional.of(fingerprint('C'))).decide(mailing(Set.of()));

        assertThat(outcome.letters().get(0).letter().mayGoInClear()).isFalse();
        assertThat(outcome.events()).contains(new ReporterEvent.ReporterCertificateTaken(fingerprint('C')));
    }

    @Test
    void noteToAnUnprovenAddressShouldHoldNeitherCaseNorToken() {
        Outcome outcome = report(ReceiptPlan.NOTE, false, Optional.empty()).decide(mailing(Set.of()));

        assertThat(outcome.letters()).hasSize(1);
        assertThat(outcome.letters().get(0).letter()).isEqualTo(new StrangerLetter.UnprovenNote());
        assertThat(outcome.letters().get(0).caseId()).isEmpty();
    }

    @Test
    void clockShouldStandInTheCase() {
        Outcome outcome = report(ReceiptPlan.NONE, true, Optional.empty()).decide(mailing(Set.of()));

        Case filed = Case.unfiled(ID, DESK.name()).after(outcome.events());
        assertThat(filed.answerBy()).contains(NOW.plus(Duration.ofDays(2)));
        assertThat(filed.arrivedEncrypted()).isTrue();
        assertThat(filed.version()).isEqualTo(outcome.events().size());
    }

    private static NewReport report(ReceiptPlan plan, boolean single, Optional<Fingerprint> certificate) {
        return new NewReport(
                ID,
                IntakeId.of(NOW, new Randomness(new Random(7)).token()),
                Optional.of(REPORTER),
                new Confidential("Rita"),
                new Confidential("overflow"),
                new Arrival(true, true, false, true, Optional.empty()),
                Optional.empty(),
                certificate,
                List.of(),
                List.of(),
                List.of(),
                plan,
                Optional.empty(),
                single);
    }

    private static Mailing mailing(Set<Address> unreachable) {
        return new Mailing(new Roster(DESK, unreachable), new Randomness(new Random(42)), NOW);
    }

    private static Fingerprint fingerprint(char digit) {
        return new Fingerprint(String.valueOf(digit).repeat(40));
    }
}
