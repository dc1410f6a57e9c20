package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.desk.orders.GuestLetters;
import org.embargo.desk.orders.NamedCase;
import org.embargo.desk.orders.Orders;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.MailEvent;
import org.embargo.model.Member;
import org.embargo.process.arrivals.CaseMail;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.store.TakenMail;

/** Files what members send: notes, mail that proves nothing, and commands. */
final class MemberFiling {

    private final MailInHand hand;

    MemberFiling(MailInHand hand) {
        this.hand = hand;
    }

    /** A note, a mail that proves nothing, or commands: those act where nothing speaks against them. */
    void memberMail(Intake.MemberMail memberMail) {
        CaseId id = memberMail.caseId();
        if (hand.order().isEmpty()) {
            shown(memberMail, Optional.empty(), Optional.empty());
            return;
        }
        Orders orders = hand.orders(hand.order().get());
        boolean fresh = orders.use();
        boolean isNote = !hand.order().get().text().hasCommands();
        if (!fresh || isNote) {
            Optional<Refusal> objection =
                    fresh ? hand.order().get().objection() : Optional.of(Refusal.of(Reason.REPLAYED));
            shown(memberMail, hand.order().filter(signed -> objection.isEmpty()), objection);
            return;
        }
        NamedCase named = orders.named(Optional.of(id));
        if (named.objection().isPresent()) {
            shown(memberMail, Optional.empty(), named.objection());
            orders.refuse(Optional.of(id), named.objection().get());
            return;
        }
        carryOut(orders, Optional.of(id));
    }

    /**
     * Commands to the desk's own address: the case stands in what is signed.
     *
     * @return whether they were filed; commands that were obeyed before prove nothing
     */
    boolean commands(Intake.Commands commands) {
        Orders orders = hand.orders(commands.order());
        if (!orders.use()) {
            return false;
        }
        NamedCase named = orders.named(Optional.empty());
        if (named.objection().isPresent()) {
            hand.take(TakenMail.Kind.MEMBER_MAIL, Optional.empty());
            orders.refuse(Optional.empty(), named.objection().get());
            return true;
        }
        carryOut(orders, named.id());
        return true;
    }

    private void carryOut(Orders orders, Optional<CaseId> about) {
        hand.take(TakenMail.Kind.MEMBER_MAIL, about);
        Optional<Case> current = about.map(id -> {
            Member signer = hand.order().orElseThrow().signer();
            Case found = hand.tx().journal().find(id).orElseThrow();
            CaseEvent wrote = new MailEvent.MemberWrote(
                    hand.mail().id(),
                    signer.address(),
                    hand.arrival(true, hand.authorship().signedBy()));
            hand.ciphertext().remember(id);
            hand.rememberFor(id);
            return hand.commit()
                    .commit(found, new Outcome(List.of(wrote), List.of()), Actor.member(signer.fingerprint()));
        });
        orders.carryOut(current);
    }

    /** Kept with the case and shown to the team, with what it proves. */
    private void shown(Intake.MemberMail memberMail, Optional<SignedOrder> proving, Optional<Refusal> objection) {
        Case current = hand.tx().journal().find(memberMail.caseId()).orElseThrow();
        List<Finding> findings = new ArrayList<>(MailFindings.of(hand.mail(), hand.desk()));
        objection.ifPresent(why ->
                findings.add(Finding.of(Finding.Kind.NOT_OBEYED, why.reason().name())));
        CaseMail.From from = new CaseMail.From.Member(memberMail.member().address());
        Optional<Address> proven = proving.filter(signed -> signed.isBy(memberMail.member()))
                .map(signed -> signed.signer().address());
        new JoiningFiling(hand).join(current, TakenMail.Kind.MEMBER_MAIL, from, proven, findings);
        proven.ifPresent(member -> new GuestLetters(hand.tx(), hand.mailing())
                .note(
                        current,
                        MailFindings.of(hand.mail(), hand.desk()),
                        hand.order().orElseThrow().text().note()));
    }
}
