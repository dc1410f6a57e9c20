package org.embargo.desk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.embargo.desk.delivery.FailedLetter;
import org.embargo.desk.intake.AnswerPolicy.Answer;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.PrivateList;
import org.embargo.desk.orders.GuestLetters;
import org.embargo.desk.orders.NamedCase;
import org.embargo.desk.orders.Orders;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.desk.steps.FollowUpsStep;
import org.embargo.desk.steps.NewCasesStep;
import org.embargo.mail.AutomaticMail;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.Coverage;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Origin;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Desk;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.Guest;
import org.embargo.model.MailEvent;
import org.embargo.model.Member;
import org.embargo.model.Notices;
import org.embargo.model.Randomness;
import org.embargo.model.Recipient;
import org.embargo.openpgp.Certificate;
import org.embargo.process.arrivals.AnsweredNotice;
import org.embargo.process.arrivals.CaseMail;
import org.embargo.process.arrivals.NewReport;
import org.embargo.process.arrivals.ReceiptPlan;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Remark;
import org.embargo.store.KeptCertificate;
import org.embargo.store.TakenMail;
import org.embargo.store.Transaction;

/**
 * Files one opened mail within one transaction: gathers what the decision needs, has it made, and writes all of it. One
 * thread; it has no effect outside the transaction, so it may be repeated.
 */
final class Filing {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final HexFormat HEX = HexFormat.of();
    /** Behind the digest of a content, in hex. */
    private static final String PROVEN = "01";

    private final Transaction tx;
    private final OpenDesk open;
    private final Desk desk;
    private final OpenedMail mail;
    private final Randomness randomness;
    private final Instant now;
    private final Predicate<Address> isOwn;
    private final boolean fromListHost;
    private final Mailing mailing;
    private final Authorship authorship;
    private final Optional<SignedOrder> order;
    private final CaseCommit commit;
    private final SharedCiphertext ciphertext;

    /**
     * For one mail.
     *
     * @param isOwn        whether an address is one of this server's desks', which are never answered
     * @param fromListHost whether it came to the address of the public list, and from one of the list's hosts
     */
    Filing(
            Transaction tx,
            OpenDesk open,
            OpenedMail mail,
            Randomness randomness,
            Instant now,
            Predicate<Address> isOwn,
            boolean fromListHost) {
        this.tx = tx;
        this.open = open;
        this.desk = open.desk();
        this.mail = mail;
        this.randomness = randomness;
        this.now = now;
        this.isOwn = isOwn;
        this.fromListHost = fromListHost;
        this.mailing = new Mailing(open.roster(now), randomness, now);
        this.authorship = Authorship.of(mail);
        this.order = SignedOrder.of(mail, open, now);
        this.commit = new CaseCommit(tx, open, now);
        this.ciphertext = new SharedCiphertext(tx, desk.name(), mail, commit);
    }

    /** Files the mail, unless an earlier transaction took it, or another mail with the same content. */
    void file() {
        if (tx.mails().find(mail.id()).isPresent()) {
            return;
        }
        Intake intake = classifier(order).classify();
        if (intake instanceof Intake.SetAside || isFirstWithItsContent(intake)) {
            intake.file(this);
        } else {
            take(TakenMail.Kind.DUPLICATE, Optional.empty());
        }
    }

    /** What was set aside never counts: else a copy marked as automatic, sent first, would swallow the mail itself. */
    private boolean isFirstWithItsContent(Intake intake) {
        DeskRole role = mail.envelope().recipient().role();
        byte[] proven = HEX.parseHex(mail.contentDigest() + PROVEN);
        if (intake.mayRepeatUnprovenContent()) {
            return tx.lookUps().takeContent(desk.name(), role, proven, mail.id());
        }
        return tx.lookUps().firstWithContent(desk.name(), role, proven).isEmpty()
                && tx.lookUps().takeContent(desk.name(), role, HEX.parseHex(mail.contentDigest()), mail.id());
    }

    private Classifier classifier(Optional<SignedOrder> signed) {
        return new Classifier(tx, desk, mail, signed, () -> UpstreamReading.of(open, mail));
    }

    void report(Intake.Report report) {
        CaseId id = freeId();
        take(TakenMail.Kind.REPORT, Optional.of(id));
        Set<CaseId> shared = ciphertext.casesBeside(id);
        OfferedCertificates offered = OfferedCertificates.of(mail, open.ownFingerprints(), now);
        Answer answer = policy().onReport(mail, !shared.isEmpty(), isOwnAuthor());
        Outcome outcome = newReport(report, id, shared, offered, answer).decide(mailing);
        Case filed = commit(Case.unfiled(id, desk.name()), outcome, Actor.OUTSIDE);
        tx.lookUps().rememberReporterToken(desk.name(), filed.reporterToken().orElseThrow(), id);
        mail.outer().messageId().ifPresent(messageId -> tx.lookUps().rememberMail(desk.name(), messageId, id));
        offered.taken().ifPresent(certificate -> keep(id, certificate));
        offered.proposed().forEach(certificate -> keep(id, certificate));
        ciphertext.mark(shared, id);
        ciphertext.remember(id);
        tellSigner();
    }

    void followUp(Intake.FollowUp followUp) {
        Case current = tx.journal().find(followUp.caseId()).orElseThrow();
        CaseMail.From from = followUp.byReporter() ? new CaseMail.From.Reporter() : new CaseMail.From.Stranger();
        List<Finding> findings = MailFindings.of(mail, desk);
        Optional<CreditWish> wish = SaidCredit.in(mail, tx, followUp.byReporter(), now);
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
        tellSigner();
    }

    private void noteCredit(CaseId id, CreditWish said) {
        Case joined = tx.journal().find(id).orElseThrow();
        Outcome outcome = said.decide(joined, mailing, mail.outer().messageId());
        commit(joined, outcome, actor(new CaseMail.From.Reporter(), Optional.empty()));
    }

    void noticeAnswer(Intake.NoticeAnswer answer) {
        Case current = tx.journal().find(answer.caseId()).orElseThrow();
        Notices.Notice notice = current.notices().answeredAt(answer.token()).orElseThrow();
        take(TakenMail.Kind.FOLLOW_UP, Optional.of(current.id()));
        Optional<Fingerprint> certificate =
                PrivateList.of(tx, desk).stillTold(notice.recipient()).map(Recipient::certificate);
        boolean isHis = authorship.author().equals(Optional.of(notice.recipient()))
                || authorship.isLikelyBy(Optional.of(notice.recipient()), certificate);
        AnsweredNotice answered = new AnsweredNotice(
                mail.id(),
                notice,
                isHis,
                arrival(authorship.isLikelyBy(Optional.of(notice.recipient()), certificate), authorship.signedBy()),
                MailFindings.of(mail, desk));
        commit(current, answered.decide(current, mailing), Actor.OUTSIDE);
        ciphertext.remember(current.id());
        mail.outer().messageId().ifPresent(id -> tx.lookUps().rememberMail(desk.name(), id, current.id()));
        tellSigner();
    }

    /** A note to the team, whatever it says: nothing in it is ever a command. */
    void guestMail(Intake.GuestMail guestMail) {
        Case current = tx.journal().find(guestMail.caseId()).orElseThrow();
        Guest guest = guestMail.guest();
        List<Finding> findings = new ArrayList<>();
        Finding.Kind kind = guestMail.byGuest() ? Finding.Kind.GUEST_WROTE : Finding.Kind.GUEST_TOKEN_BY_STRANGER;
        findings.add(Finding.of(kind, guest.name().text(), guest.address().value()));
        findings.addAll(MailFindings.of(mail, desk));
        CaseMail.From from = new CaseMail.From.Guest(guest.address(), guestMail.byGuest());
        join(current, TakenMail.Kind.FOLLOW_UP, from, Optional.empty(), findings);
        tellSigner();
    }

    /** A note, a mail that proves nothing, or commands: those act where nothing speaks against them. */
    void memberMail(Intake.MemberMail memberMail) {
        CaseId id = memberMail.caseId();
        if (order.isEmpty()) {
            shown(memberMail, Optional.empty(), Optional.empty());
            return;
        }
        Orders orders = orders(order.get());
        boolean fresh = orders.use();
        boolean isNote = !order.get().text().hasCommands();
        if (!fresh || isNote) {
            Optional<Remark> objection = fresh ? order.get().objection() : Optional.of(Remark.of(Remark.Kind.REPLAYED));
            shown(memberMail, order.filter(signed -> objection.isEmpty()), objection);
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

    /** Commands to the desk's own address: the case stands in what is signed. */
    void commands(Intake.Commands commands) {
        Orders orders = orders(commands.order());
        if (!orders.use()) {
            // once more in his name, by whoever sends it again
            classifier(Optional.empty()).classify().file(this);
            return;
        }
        NamedCase named = orders.named(Optional.empty());
        if (named.objection().isPresent()) {
            take(TakenMail.Kind.MEMBER_MAIL, Optional.empty());
            orders.refuse(Optional.empty(), named.objection().get());
            return;
        }
        carryOut(orders, named.id());
    }

    private void carryOut(Orders orders, Optional<CaseId> about) {
        take(TakenMail.Kind.MEMBER_MAIL, about);
        Optional<Case> current = about.map(id -> {
            Member signer = order.orElseThrow().signer();
            Case found = tx.journal().find(id).orElseThrow();
            CaseEvent wrote =
                    new MailEvent.MemberWrote(mail.id(), signer.address(), arrival(true, authorship.signedBy()));
            ciphertext.remember(id);
            mail.outer().messageId().ifPresent(messageId -> tx.lookUps().rememberMail(desk.name(), messageId, id));
            return commit(found, new Outcome(List.of(wrote), List.of()), Actor.member(signer.fingerprint()));
        });
        orders.carryOut(current);
    }

    /** Kept with the case and shown to the team, with what it proves. */
    private void shown(Intake.MemberMail memberMail, Optional<SignedOrder> proving, Optional<Remark> objection) {
        Case current = tx.journal().find(memberMail.caseId()).orElseThrow();
        List<Finding> findings = new ArrayList<>(MailFindings.of(mail, desk));
        objection.ifPresent(remark ->
                findings.add(Finding.of(Finding.Kind.NOT_OBEYED, remark.kind().name())));
        CaseMail.From from = new CaseMail.From.Member(memberMail.member().address());
        Optional<Address> proven = proving.filter(signed -> signed.isBy(memberMail.member()))
                .map(signed -> signed.signer().address());
        join(current, TakenMail.Kind.MEMBER_MAIL, from, proven, findings);
        proven.ifPresent(member -> new GuestLetters(tx, mailing)
                .note(
                        current,
                        MailFindings.of(mail, desk),
                        order.orElseThrow().text().note()));
    }

    /** A member's commands under another's name, or with something beside them: he hears of it, once. */
    private void tellSigner() {
        order.ifPresent(signed -> {
            Orders orders = orders(signed);
            if (orders.use() && signed.text().hasCommands()) {
                orders.refuse(Optional.empty(), signed.objection().orElseGet(this::wrongAddress));
            }
        });
    }

    /** Why commands that nothing else speaks against came as a report or a follow-up. */
    private Remark wrongAddress() {
        return mail.envelope().recipient().role() instanceof DeskRole.CaseAddress address
                ? Remark.of(Remark.Kind.NO_SUCH_CASE, address.caseId().toString())
                : Remark.of(Remark.Kind.ADDRESS_TAKES_NO_COMMANDS);
    }

    private Orders orders(SignedOrder signed) {
        return new Orders(tx, open, mail, signed, mailing, now, isOwn);
    }

    void keyRequest() {
        take(TakenMail.Kind.KEY_REQUEST, Optional.empty());
        Answer answer = policy().onKeyRequest(mail, isOwnAuthor());
        if (answer.plan() != ReceiptPlan.NONE) {
            Address to = authorship.author().orElseThrow();
            tx.outbox()
                    .enqueue(mailing.toOne(
                            Optional.empty(),
                            new StrangerLetter.KeyAnswer(),
                            to,
                            now,
                            mail.outer().messageId()));
        }
    }

    void bounce(Intake.Bounce bounce) {
        take(TakenMail.Kind.BOUNCE, bounce.row().letter().caseId());
        new FailedLetter(tx, commit, mailing, now).bounced(bounce.row().letter(), bounce.status());
    }

    void fromList() {
        ListMail fromList = new ListMail(tx, open, mail, fromListHost, mailing, commit);
        take(TakenMail.Kind.LIST_MAIL, fromList.postOf());
        fromList.file();
    }

    void announced(Intake.Announced announced) {
        Arrival arrival = arrival(announced.reading().proven(), authorship.signedBy());
        UpstreamFiling filing = new UpstreamFiling(tx, open, mail, arrival, mailing, commit, this::freeId);
        Set<CaseId> cases = filing.file(announced.reading(), this::isToldSingly);
        CaseId first = cases.iterator().next();
        take(TakenMail.Kind.ANNOUNCEMENT, Optional.of(first));
        ciphertext.mark(ciphertext.casesBeside(first), first);
        ciphertext.remember(first);
        tellSigner();
    }

    void setAside(Intake.SetAside aside) {
        take(TakenMail.Kind.SET_ASIDE, aside.caseId());
    }

    private NewReport newReport(
            Intake.Report report, CaseId id, Set<CaseId> shared, OfferedCertificates offered, Answer answer) {
        return new NewReport(
                id,
                mail.id(),
                authorship.author(),
                mail.outer().author().map(Mailbox::name).orElse(new Confidential("")),
                mail.inner().subject(),
                arrival(authorship.isAnswerable(), signer(offered)),
                mail.outer().messageId(),
                offered.taken().map(Certificate::fingerprint),
                offered.proposed().stream().map(Certificate::fingerprint).toList(),
                List.copyOf(shared),
                reportFindings(report, shared, offered, answer),
                answer.plan(),
                SaidCredit.in(mail, tx, true, now),
                isToldSingly());
    }

    private List<Finding> reportFindings(
            Intake.Report report, Set<CaseId> shared, OfferedCertificates offered, Answer answer) {
        List<Finding> findings = new ArrayList<>(MailFindings.of(mail, desk));
        offered.taken()
                .ifPresent(taken -> findings.add(Finding.of(
                        Finding.Kind.CERTIFICATE_TAKEN, taken.fingerprint().spaced())));
        findings.addAll(proposals(offered));
        report.hints().forEach(hint -> findings.add(Finding.of(Finding.Kind.MAY_BELONG_TO, hint.toString())));
        shared.forEach(other -> findings.add(Finding.of(Finding.Kind.CIPHERTEXT_SHARED, other.toString())));
        answer.reason().ifPresent(reason -> findings.add(Finding.of(Finding.Kind.NOT_ANSWERED, reason)));
        return findings;
    }

    private static List<Finding> proposals(OfferedCertificates offered) {
        return offered.proposed().stream()
                .map(certificate -> Finding.of(
                        Finding.Kind.CERTIFICATE_PROPOSED,
                        certificate.fingerprint().spaced()))
                .toList();
    }

    private void join(
            Case current, TakenMail.Kind kind, CaseMail.From from, Optional<Address> proven, List<Finding> findings) {
        take(kind, Optional.of(current.id()));
        // what a guest brings is his own, never the reporter's
        List<Certificate> proposed = from instanceof CaseMail.From.Guest ? List.of() : newlyProposed(current);
        List<Finding> all = new ArrayList<>(findings);
        proposed.forEach(each -> all.add(
                Finding.of(Finding.Kind.CERTIFICATE_PROPOSED, each.fingerprint().spaced())));
        Set<CaseId> shared = ciphertext.casesBeside(current.id());
        shared.forEach(other -> all.add(Finding.of(Finding.Kind.CIPHERTEXT_SHARED, other.toString())));
        CaseMail request = new CaseMail(
                mail.id(),
                from,
                arrival(proven.isPresent() || from.isProvenOutside(), authorship.signedBy()),
                mail.outer().messageId(),
                proven,
                proposed.stream().map(Certificate::fingerprint).toList(),
                shared,
                all);
        Outcome outcome = request.decide(current, mailing);
        commit(
                current,
                isToldSingly(current.id(), proven) ? outcome : new Outcome(outcome.events(), List.of()),
                actor(from, proven));
        proposed.forEach(certificate -> keep(current.id(), certificate));
        ciphertext.mark(shared, current.id());
        ciphertext.remember(current.id());
        mail.outer().messageId().ifPresent(id -> tx.lookUps().rememberMail(desk.name(), id, current.id()));
    }

    /** Certificates that this case has not seen: after the first mail nothing is taken without a member's word. */
    private List<Certificate> newlyProposed(Case current) {
        OfferedCertificates offered = OfferedCertificates.of(mail, open.ownFingerprints(), now);
        List<Certificate> all = new ArrayList<>(offered.proposed());
        offered.taken().ifPresent(all::add);
        all.removeIf(
                each -> tx.certificates().find(current.id(), each.fingerprint()).isPresent());
        return all;
    }

    private Actor actor(CaseMail.From from, Optional<Address> provenMember) {
        if (provenMember.isPresent()) {
            return Actor.member(authorship.signedBy().orElseThrow());
        }
        return from instanceof CaseMail.From.Reporter
                ? new Actor(Actor.Kind.REPORTER, authorship.signedBy())
                : Actor.OUTSIDE;
    }

    private void keep(CaseId id, Certificate certificate) {
        tx.certificates()
                .keep(new KeptCertificate(
                        id, certificate.fingerprint(), List.copyOf(certificate.keyIds()), certificate.binary()));
    }

    private Case commit(Case current, Outcome outcome, Actor actor) {
        return commit.commit(current, outcome, actor);
    }

    private void take(TakenMail.Kind kind, Optional<CaseId> caseId) {
        TakenMail taken = new TakenMail(
                mail.id(), desk.name(), caseId, kind, mail.envelope().received());
        if (!tx.mails().take(taken)) {
            throw new AlreadyTakenException();
        }
    }

    /** Over the limit the team gets lists; what took some effort to send still comes by itself. */
    private boolean isToldSingly() {
        boolean quiet = tx.cases().countFiledSince(desk.name(), now.minus(HOUR))
                < open.config().limits().casesPerHour();
        boolean signedByDomain = mail.origin().dkim() == Origin.Dkim.PASS;
        if (quiet || mail.encrypted() || authorship.signedBy().isPresent() || signedByDomain) {
            return true;
        }
        NewCasesStep.plan(tx, desk.name(), now);
        return false;
    }

    /** As above, of a mail that joins a case; what a member has proven to be his own always comes. */
    private boolean isToldSingly(CaseId id, Optional<Address> provenMember) {
        return provenMember.isPresent()
                || mail.encrypted()
                || authorship.signedBy().isPresent()
                || FollowUpsStep.isToldSingly(tx, open.config(), id, now);
    }

    private Arrival arrival(boolean proven, Optional<Fingerprint> signedBy) {
        return new Arrival(mail.encrypted(), mail.isReadable(), AutomaticMail.is(mail), proven, signedBy);
    }

    /** Also the certificate taken with this mail, so that a receipt does not tell whether it was known before. */
    private Optional<Fingerprint> signer(OfferedCertificates offered) {
        return authorship.signedBy().or(() -> offered.taken()
                .map(Certificate::fingerprint)
                .filter(taken -> mail.coverage() == Coverage.WHOLE && verifiesWith(taken)));
    }

    private boolean verifiesWith(Fingerprint fingerprint) {
        return mail.certificates().stream()
                .filter(BroughtCertificate::verifiesSignature)
                .anyMatch(brought -> brought.certificate().fingerprint().equals(fingerprint));
    }

    private AnswerPolicy policy() {
        DeskName name = desk.name();
        return new AnswerPolicy(tx.answers(), name, open.config().limits(), now);
    }

    private boolean isOwnAuthor() {
        return authorship.author().filter(isOwn).isPresent();
    }

    /** From the smallest range of at least four digits that is mostly free, so that drawing ends soon. */
    private CaseId freeId() {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        for (int attempt = 0; ; attempt++) {
            long bound = attempt < 20 ? 10_000 : 10_000_000;
            CaseId id = new CaseId(desk.casePrefix(), year, randomness.number(1_000, bound));
            if (tx.cases().isFree(id)) {
                return id;
            }
        }
    }
}
