package org.embargo.process.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.ApprovalEvent;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.CreditForms;
import org.embargo.model.Desk;
import org.embargo.model.DeskName;
import org.embargo.model.DossierEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.FinishedTexts;
import org.embargo.model.IntakeId;
import org.embargo.model.Member;
import org.embargo.model.Randomness;
import org.embargo.model.ScheduleEvent;
import org.embargo.model.TextField;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Roster;
import org.embargo.process.standing.ApprovedContent;
import org.embargo.process.standing.PreviewDigest;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.api.Test;

/** Which approvals hold, and when they fall. */
class ApprovalRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Member ALICE = member("alice", 'A');
    private static final Member BOB = member("bob", 'B');
    private static final Case BARE = Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example"));
    private static final String DIGEST = "abcdefghijklmnopqrstuvwxyz";
    private static final FinishedTexts TEXTS = texts("0".repeat(64));

    @Test
    void approvalShouldHoldWhileItsMemberHasTheSameCertificate() {
        Case approved = BARE.after(approval(ALICE));

        assertThat(ApprovedContent.of(approved, desk(1, ALICE, BOB), TEXTS.digest()))
                .contains(TEXTS);
        assertThat(fallen(approved, desk(1, ALICE, BOB))).isEmpty();
    }

    @Test
    void approvalShouldFallWhenItsMemberLeaves() {
        Case approved = BARE.after(approval(ALICE));

        assertThat(ApprovedContent.of(approved, desk(1, BOB), TEXTS.digest())).isEmpty();
        assertThat(fallen(approved, desk(1, BOB)))
                .map(FallenApprovals::reason)
                .contains(ApprovalEvent.ApprovalsFell.Reason.APPROVER_CHANGED);
    }

    @Test
    void approvalShouldFallWhenItsMemberHasAnotherCertificate() {
        Case approved = BARE.after(approval(ALICE));
        Desk renewed = desk(1, member("alice", 'C'), BOB);

        assertThat(ApprovedContent.of(approved, renewed, TEXTS.digest())).isEmpty();
        assertThat(fallen(approved, renewed)).isPresent();
    }

    @Test
    void approvalShouldFallWhenTheContentIsAnother() {
        Case approved = BARE.after(approval(ALICE));

        assertThat(FallenApprovals.in(approved, desk(1, ALICE, BOB), same -> texts("1".repeat(64))))
                .map(FallenApprovals::reason)
                .contains(ApprovalEvent.ApprovalsFell.Reason.CONTENT_CHANGED);
    }

    @Test
    void fallenApprovalShouldNotComeBackWithTheContent() {
        Case fallen = BARE.after(List.of(
                approval(ALICE), new ApprovalEvent.ApprovalsFell(ApprovalEvent.ApprovalsFell.Reason.CONTENT_CHANGED)));

        assertThat(ApprovedContent.of(fallen, desk(1, ALICE, BOB), TEXTS.digest()))
                .isEmpty();
    }

    @Test
    void personShouldCountOnce() {
        Case approved =
                BARE.after(List.of(approval(ALICE), approval(member("alice", 'C')), approval(member("eve", 'C'))));

        assertThat(approved.approvals().given()).hasSize(1);
    }

    @Test
    void ofSeveralApprovalsOneShouldBeByWhoChangedNothing() {
        Case approved = BARE.after(List.of(new ApprovalEvent.ContentEdited(ALICE), approval(ALICE), approval(BOB)));
        Case edited = approved.after(new ApprovalEvent.ContentEdited(BOB));

        assertThat(ApprovedContent.of(approved, desk(2, ALICE, BOB), TEXTS.digest()))
                .isPresent();
        assertThat(ApprovedContent.of(edited, desk(2, ALICE, BOB), TEXTS.digest()))
                .isEmpty();
    }

    @Test
    void approvalOfOtherContentShouldEndEarlierOnes() {
        FinishedTexts other = texts("1".repeat(64));
        Case approved = BARE.after(List.of(
                approval(ALICE), new ApprovalEvent.ContentApproved(BOB.address(), BOB.fingerprint(), other, NOW)));

        assertThat(approved.approvals().given())
                .extracting(Approvals.Approval::member)
                .containsExactly(BOB.address());
        assertThat(approved.approvals().content()).contains(other);
    }

    @Test
    void certificateTakenLatelyShouldApproveNothing() {
        Case shown = complete().after(new ApprovalEvent.Previewed(ALICE.fingerprint(), DIGEST, TEXTS.digest(), NOW));
        ApprovalRequest approve = new ApprovalRequest.Approve(DIGEST);

        assertThat(approve.decide(shown, circumstances(Optional.of(NOW.plusSeconds(1)))))
                .isEqualTo(
                        Decision.refused(Reason.KEY_TOO_NEW, NOW.plusSeconds(1).toString()));
        assertThat(approve.decide(shown, circumstances(Optional.of(NOW)))).isInstanceOf(Decision.Done.class);
        assertThat(approve.decide(shown, circumstances(Optional.empty()))).isInstanceOf(Decision.Done.class);
    }

    @Test
    void eachPreviewShouldHaveADigestOfItsOwn() {
        Randomness randomness = Randomness.secure();
        String one = PreviewDigest.draw(TEXTS.digest(), ALICE.fingerprint(), randomness);
        String other = PreviewDigest.draw(TEXTS.digest(), ALICE.fingerprint(), randomness);

        assertThat(one).matches("[a-z2-7]{52}").isNotEqualTo(other);
        assertThat(ApprovalRequest.isDigest(one)).isTrue();
    }

    private static Case complete() {
        Confidential text = new Confidential("text");
        return BARE.after(List.of(
                new DossierEvent.TextSet(TextField.TITLE, text),
                new DossierEvent.TextSet(TextField.DESCRIPTION, text),
                new DossierEvent.TextSet(TextField.REMEDY, text),
                new DossierEvent.AffectedSet(List.of(text)),
                new DossierEvent.FixedSet(List.of()),
                new DossierEvent.PatchesNone(),
                new ScheduleEvent.DisclosureSet(NOW.plusSeconds(3600))));
    }

    private static Circumstances circumstances(Optional<Instant> approvesFrom) {
        Randomness randomness = Randomness.secure();
        return new Circumstances(
                new Mailing(new Roster(desk(1, ALICE, BOB), Set.of()), randomness, NOW),
                ALICE,
                IntakeId.of(NOW, randomness.token()),
                false,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                SampleRules.rules(),
                same -> TEXTS,
                approvesFrom,
                SampleRules.facts(),
                OperatorHolds.NONE);
    }

    private static Optional<FallenApprovals> fallen(Case current, Desk desk) {
        return FallenApprovals.in(current, desk, same -> TEXTS);
    }

    private static ApprovalEvent approval(Member member) {
        return new ApprovalEvent.ContentApproved(member.address(), member.fingerprint(), TEXTS, NOW);
    }

    private static Desk desk(int approvals, Member... team) {
        return new Desk(
                new DeskName("example"),
                new Address("security@project.example"),
                "PYCA",
                List.of(team),
                approvals,
                Duration.ofDays(2),
                Duration.ZERO);
    }

    private static Member member(String name, char key) {
        return new Member(
                new Address(name + "@project.example"),
                new Fingerprint(String.valueOf(key).repeat(40)));
    }

    private static FinishedTexts texts(String digest) {
        Confidential text = new Confidential("text");
        return new FinishedTexts(digest, text, text, text, text, text, text, new CreditForms(text, text), Map.of());
    }
}
