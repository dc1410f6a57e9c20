package org.embargo.desk.intake;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.embargo.desk.delivery.FailedLetter;
import org.embargo.desk.intake.AnswerPolicy.Answer;
import org.embargo.desk.orders.Orders;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.process.arrivals.ReceiptPlan;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.store.LookUps;
import org.embargo.store.TakenMail;

/**
 * Files one opened mail within one transaction: gathers what the decision needs, has it made, and writes all of it. Reports,
 * what joins a case and what members send have filings of their own. One thread; it has no effect outside the transaction,
 * so it may be repeated.
 */
final class Filing {

    private static final HexFormat HEX = HexFormat.of();
    /** Behind the digest of a content, in hex. */
    private static final String PROVEN = "01";

    private final MailInHand hand;

    Filing(MailInHand hand) {
        this.hand = hand;
    }

    /** Files the mail, unless an earlier transaction took it, or another mail with the same content. */
    void file() {
        if (hand.tx().mails().find(hand.mail().id()).isPresent()) {
            return;
        }
        Intake intake = classifier(hand.order()).classify();
        if (intake instanceof Intake.SetAside || isFirstWithItsContent(intake)) {
            intake.file(this);
        } else {
            hand.take(TakenMail.Kind.DUPLICATE, Optional.empty());
        }
    }

    /** What was set aside never counts: else a copy marked as automatic, sent first, would swallow the mail itself. */
    private boolean isFirstWithItsContent(Intake intake) {
        DeskRole role = hand.mail().envelope().recipient().role();
        DeskName desk = hand.desk().name();
        IntakeId id = hand.mail().id();
        LookUps lookUps = hand.tx().lookUps();
        byte[] proven = HEX.parseHex(hand.mail().contentDigest() + PROVEN);
        if (intake.mayRepeatUnprovenContent()) {
            return lookUps.takeContent(desk, role, proven, id);
        }
        return lookUps.firstWithContent(desk, role, proven).isEmpty()
                && lookUps.takeContent(desk, role, HEX.parseHex(hand.mail().contentDigest()), id);
    }

    private Classifier classifier(Optional<SignedOrder> signed) {
        return new Classifier(
                hand.tx(), hand.desk(), hand.mail(), signed, () -> UpstreamReading.of(hand.open(), hand.mail()));
    }

    void report(Intake.Report report) {
        new ReportFiling(hand).file(report);
        tellSigner();
    }

    void followUp(Intake.FollowUp followUp) {
        new JoiningFiling(hand).followUp(followUp);
        tellSigner();
    }

    void noticeAnswer(Intake.NoticeAnswer answer) {
        new JoiningFiling(hand).noticeAnswer(answer);
        tellSigner();
    }

    void guestMail(Intake.GuestMail guestMail) {
        new JoiningFiling(hand).guestMail(guestMail);
        tellSigner();
    }

    void memberMail(Intake.MemberMail memberMail) {
        new MemberFiling(hand).memberMail(memberMail);
    }

    void commands(Intake.Commands commands) {
        if (!new MemberFiling(hand).commands(commands)) {
            // once more in his name, by whoever sends it again
            classifier(Optional.empty()).classify().file(this);
        }
    }

    void keyRequest() {
        hand.take(TakenMail.Kind.KEY_REQUEST, Optional.empty());
        Answer answer = hand.answers().onKeyRequest(hand.mail(), hand.isOwnAuthor());
        if (answer.plan() != ReceiptPlan.NONE) {
            Address to = hand.authorship().author().orElseThrow();
            hand.tx()
                    .outbox()
                    .enqueue(hand.mailing()
                            .toOne(
                                    Optional.empty(),
                                    new StrangerLetter.KeyAnswer(),
                                    to,
                                    hand.now(),
                                    hand.mail().outer().messageId()));
        }
    }

    void bounce(Intake.Bounce bounce) {
        hand.take(TakenMail.Kind.BOUNCE, bounce.row().letter().caseId());
        new FailedLetter(hand.tx(), hand.commit(), hand.mailing(), hand.now())
                .bounced(bounce.row().letter(), bounce.status());
    }

    void fromList() {
        ListMail fromList =
                new ListMail(hand.tx(), hand.open(), hand.mail(), hand.fromListHost(), hand.mailing(), hand.commit());
        hand.take(TakenMail.Kind.LIST_MAIL, fromList.postOf());
        fromList.file();
    }

    void announced(Intake.Announced announced) {
        Arrival arrival =
                hand.arrival(announced.reading().proven(), hand.authorship().signedBy());
        UpstreamFiling filing = new UpstreamFiling(
                hand.tx(), hand.open(), hand.mail(), arrival, hand.mailing(), hand.commit(), hand::freeId);
        Set<CaseId> cases = filing.file(announced.reading(), new ToldSingly(hand)::asNewCase);
        CaseId first = cases.iterator().next();
        hand.take(TakenMail.Kind.ANNOUNCEMENT, Optional.of(first));
        hand.ciphertext().mark(hand.ciphertext().casesBeside(first), first);
        hand.ciphertext().remember(first);
        tellSigner();
    }

    void setAside(Intake.SetAside aside) {
        hand.take(TakenMail.Kind.SET_ASIDE, aside.caseId());
    }

    /** A member's commands under another's name, or with something beside them: he hears of it, once. */
    private void tellSigner() {
        hand.order().ifPresent(signed -> {
            Orders orders = hand.orders(signed);
            if (orders.use() && signed.text().hasCommands()) {
                orders.refuse(Optional.empty(), signed.objection().orElseGet(this::wrongAddress));
            }
        });
    }

    /** Why commands that nothing else speaks against came as a report or a follow-up. */
    private Refusal wrongAddress() {
        return hand.mail().envelope().recipient().role() instanceof DeskRole.CaseAddress address
                ? Refusal.of(Reason.NO_SUCH_CASE, address.caseId().toString())
                : Refusal.of(Reason.ADDRESS_TAKES_NO_COMMANDS);
    }
}
