package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.desk.open.PrivateList;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Guest;
import org.embargo.model.Notices;
import org.embargo.model.Recipient;
import org.embargo.openpgp.Certificate;
import org.embargo.process.arrivals.AnsweredNotice;
import org.embargo.process.arrivals.CaseMail;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.words.Finding;
import org.embargo.store.TakenMail;

/** Files a mail that joins a case: its reporter's, a guest's, an answer to a notice, or whatever came to those addresses. */
final class JoiningFiling {

    private final MailInHand hand;

    JoiningFiling(MailInHand hand) {
        this.hand = hand;
    }

    void followUp(Intake.FollowUp followUp) {
        Case current = hand.tx().journal().find(followUp.caseId()).orElseThrow();
        CaseMail.From from = followUp.byReporter() ? new CaseMail.From.Reporter() : new CaseMail.From.Stranger();
        List<Finding> findings = MailFindings.of(hand.mail(), hand.desk());
        Optional<CreditWish> wish = SaidCredit.in(hand.mail(), hand.tx(), followUp.byReporter(), hand.now());
        if (followUp.byReporter()) {
            wish.ifPresent(said -> findings.addAll(said.findings(current)));
        } else {
            findings.add(Finding.of(Finding.Kind.TOKEN_BY_STRANGER));
            wish.ifPresent(said -> findings.add(Finding.of(Finding.Kind.CREDIT_BY_STRANGER)));
        }
        join(current, TakenMail.Kind.FOLLOW_UP, from, Optional.empty(), findings);
        if (followUp.byReporter()) {
            wish.ifPresent(said -> noteCredit(current.id(), said));
        }
    }

    private void noteCredit(CaseId id, CreditWish said) {
        Case joined = hand.tx().journal().find(id).orElseThrow();
        Outcome outcome =
                said.decide(joined, hand.mailing(), hand.mail().outer().messageId());
        hand.commit().commit(joined, outcome, actor(new CaseMail.From.Reporter(), Optional.empty()));
    }

    void noticeAnswer(Intake.NoticeAnswer answer) {
        Case current = hand.tx().journal().find(answer.caseId()).orElseThrow();
        Notices.Notice notice = current.notices().answeredAt(answer.token()).orElseThrow();
        hand.take(TakenMail.Kind.FOLLOW_UP, Optional.of(current.id()));
        Optional<Fingerprint> certificate = PrivateList.of(hand.tx(), hand.desk())
                .stillTold(notice.recipient())
                .map(Recipient::certificate);
        boolean isHis = hand.authorship().author().equals(Optional.of(notice.recipient()))
                || hand.authorship().isLikelyBy(Optional.of(notice.recipient()), certificate);
        AnsweredNotice answered = new AnsweredNotice(
                hand.mail().id(),
                notice,
                isHis,
                hand.arrival(
                        hand.authorship().isLikelyBy(Optional.of(notice.recipient()), certificate),
                        hand.authorship().signedBy()),
                MailFindings.of(hand.mail(), hand.desk()));
        hand.commit().commit(current, answered.decide(current, hand.mailing()), Actor.OUTSIDE);
        hand.ciphertext().remember(current.id());
        hand.rememberFor(current.id());
    }

    /** A note to the team, whatever it says: nothing in it is ever a command. */
    void guestMail(Intake.GuestMail guestMail) {
        Case current = hand.tx().journal().find(guestMail.caseId()).orElseThrow();
        Guest guest = guestMail.guest();
        List<Finding> findings = new ArrayList<>();
        Finding.Kind kind = guestMail.byGuest() ? Finding.Kind.GUEST_WROTE : Finding.Kind.GUEST_TOKEN_BY_STRANGER;
        findings.add(Finding.of(kind, guest.name().text(), guest.address().value()));
        findings.addAll(MailFindings.of(hand.mail(), hand.desk()));
        CaseMail.From from = new CaseMail.From.Guest(guest.address(), guestMail.byGuest());
        join(current, TakenMail.Kind.FOLLOW_UP, from, Optional.empty(), findings);
    }

    /**
     * Has the mail join {@code current}.
     *
     * @param proven   the member who is proven to have written it
     * @param findings what the team is told first
     */
    void join(Case current, TakenMail.Kind kind, CaseMail.From from, Optional<Address> proven, List<Finding> findings) {
        hand.take(kind, Optional.of(current.id()));
        // what a guest brings is his own, never the reporter's
        List<Certificate> proposed = from instanceof CaseMail.From.Guest ? List.of() : newlyProposed(current);
        Set<CaseId> shared = hand.ciphertext().casesBeside(current.id());
        Outcome outcome = caseMail(from, proven, proposed, shared, findings).decide(current, hand.mailing());
        boolean single = new ToldSingly(hand).in(current.id(), proven);
        hand.commit().commit(current, single ? outcome : new Outcome(outcome.events(), List.of()), actor(from, proven));
        proposed.forEach(certificate -> hand.keep(current.id(), certificate));
        hand.ciphertext().mark(shared, current.id());
        hand.ciphertext().remember(current.id());
        hand.rememberFor(current.id());
    }

    private CaseMail caseMail(
            CaseMail.From from,
            Optional<Address> proven,
            List<Certificate> proposed,
            Set<CaseId> shared,
            List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        proposed.forEach(each -> all.add(
                Finding.of(Finding.Kind.CERTIFICATE_PROPOSED, each.fingerprint().spaced())));
        shared.forEach(other -> all.add(Finding.of(Finding.Kind.CIPHERTEXT_SHARED, other.toString())));
        return new CaseMail(
                hand.mail().id(),
                from,
                hand.arrival(
                        proven.isPresent() || from.isProvenOutside(),
                        hand.authorship().signedBy()),
                hand.mail().outer().messageId(),
                proven,
                proposed.stream().map(Certificate::fingerprint).toList(),
                shared,
                all);
    }

    /** Certificates that this case has not seen: after the first mail nothing is taken without a member's word. */
    private List<Certificate> newlyProposed(Case current) {
        OfferedCertificates offered = hand.offered();
        List<Certificate> all = new ArrayList<>(offered.proposed());
        offered.taken().ifPresent(all::add);
        all.removeIf(each ->
                hand.tx().certificates().find(current.id(), each.fingerprint()).isPresent());
        return all;
    }

    private Actor actor(CaseMail.From from, Optional<Address> provenMember) {
        if (provenMember.isPresent()) {
            return Actor.member(hand.authorship().signedBy().orElseThrow());
        }
        return from instanceof CaseMail.From.Reporter
                ? new Actor(Actor.Kind.REPORTER, hand.authorship().signedBy())
                : Actor.OUTSIDE;
    }
}
