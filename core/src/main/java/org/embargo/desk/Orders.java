package org.embargo.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.embargo.commands.CommandMail;
import org.embargo.commands.Mistake;
import org.embargo.letters.FilesToPassOn;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.SignedRoot;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.HeldCases;
import org.embargo.process.Circumstances;
import org.embargo.process.CommandDecision;
import org.embargo.process.Finding;
import org.embargo.process.Letter;
import org.embargo.process.Mailing;
import org.embargo.process.Ordered;
import org.embargo.process.Outcome;
import org.embargo.process.Remark;
import org.embargo.process.Remark.Kind;
import org.embargo.process.Request;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Transaction;

/**
 * Carries out the commands of one mail that its signer may give, within one transaction; says why where he may not.
 *
 * <p>One thread; no effect outside the transaction.
 */
final class Orders {

    private final Transaction tx;
    private final OpenDesk open;
    private final OpenedMail mail;
    private final SignedOrder order;
    private final Mailing mailing;
    private final Instant now;
    private final Predicate<Address> isOwn;

    Orders(
            Transaction tx,
            OpenDesk open,
            OpenedMail mail,
            SignedOrder order,
            Mailing mailing,
            Instant now,
            Predicate<Address> isOwn) {
        this.tx = tx;
        this.open = open;
        this.mail = mail;
        this.order = order;
        this.mailing = mailing;
        this.now = now;
        this.isOwn = isOwn;
    }

    /** Notes that the signature is used; false where it was before. */
    boolean use() {
        return tx.signatures()
                .use(order.signer().fingerprint(), order.verdict().digest().orElseThrow(), now);
    }

    /**
     * The case that the commands are about, or why they may not act.
     *
     * @param ofAddress the case whose address the mail came to
     */
    NamedCase named(Optional<CaseId> ofAddress) {
        if (order.objection().isPresent()) {
            return new NamedCase(Optional.empty(), order.objection());
        }
        SignedRoot root = order.root().orElseThrow();
        NamedCase named = NamedCase.in(root, order.text(), open.desk(), ofAddress);
        if (named.objection().isPresent()) {
            return named;
        }
        return new NamedCase(named.id(), inClear(root).or(() -> named.id().flatMap(this::onCase)));
    }

    private Optional<Remark> inClear(SignedRoot root) {
        return root.encrypted()
                ? Optional.empty()
                : order.text().requests().stream()
                        .map(Ordered::request)
                        .filter(request -> !request.command().actsInClear())
                        .findFirst()
                        .map(request ->
                                Remark.of(Kind.CAME_IN_CLEAR, request.command().word()));
    }

    private Optional<Remark> onCase(CaseId id) {
        if (!exists(id)) {
            return Optional.of(Remark.of(Kind.NO_SUCH_CASE, id.toString()));
        }
        Instant made = order.made().truncatedTo(ChronoUnit.SECONDS);
        return tx.signatures()
                .newest(order.signer().fingerprint(), id)
                .filter(made::isBefore)
                .map(newest ->
                        Remark.of(Kind.SIGNED_BEFORE_ANOTHER, order.made().toString(), newest.toString()));
    }

    /** Tells the signer why nothing is done. */
    void refuse(Optional<CaseId> about, Remark why) {
        answer(about, Letter.Transcript.Result.NOT_DONE, List.of(whole(why)), List.of());
    }

    /**
     * Does what the commands say, all or nothing, and answers.
     *
     * @param about the case they are about, as it is now
     */
    void carryOut(Optional<Case> about) {
        CommandMail text = order.text();
        Optional<CaseId> id = about.map(Case::id);
        if (!text.mistakes().isEmpty()) {
            answer(id, Letter.Transcript.Result.NOT_DONE, mistakes(text.mistakes()), List.of());
            return;
        }
        Map<CaseId, Case> cases = cases(about);
        CommandDecision.Decided decided = new CommandDecision(id, cases, circumstances(about)).decide(text.requests());
        List<Remark> standing = id.map(decided::standing).orElse(List.of());
        if (!decided.done()) {
            answer(id, Letter.Transcript.Result.NOT_DONE, decided.lines(), standing);
        } else if (text.dryRun()) {
            answer(id, Letter.Transcript.Result.DRY_RUN, decided.lines(), standing);
        } else {
            commit(cases, decided);
            id.ifPresent(acted -> tx.signatures()
                    .acted(order.signer().fingerprint(), acted, order.made().truncatedTo(ChronoUnit.SECONDS)));
            answer(id, Letter.Transcript.Result.DONE, decided.lines(), standing);
            tellOthers(about);
        }
    }

    private void commit(Map<CaseId, Case> cases, CommandDecision.Decided decided) {
        Actor actor = Actor.member(order.signer().fingerprint());
        decided.events().forEach((id, events) -> {
            if (!events.isEmpty()) {
                Case current = Objects.requireNonNull(cases.get(id), "decided on");
                new CaseCommit(tx, open, now).commit(current, new Outcome(events, List.of()), actor);
            }
            if (events.stream().anyMatch(CaseEvent.CaseResumed.class::isInstance)) {
                OperatorHold.resumed(tx, open, id);
                tx.outbox().bringForward(id, HeldCases.CODE, now);
            }
            events.stream()
                    .filter(CaseEvent.ReporterCertificateTaken.class::isInstance)
                    .map(event -> ((CaseEvent.ReporterCertificateTaken) event).fingerprint())
                    .forEach(fingerprint -> keepAttached(id, fingerprint));
        });
        decided.letters().forEach(tx.outbox()::enqueue);
    }

    private void keepAttached(CaseId id, Fingerprint taken) {
        attached()
                .filter(certificate -> certificate.fingerprint().equals(taken))
                .findFirst()
                .ifPresent(certificate -> tx.certificates()
                        .keep(new KeptCertificate(id, taken, List.copyOf(certificate.keyIds()), certificate.binary())));
    }

    /** One mail: who, with which key, what. It quotes the member's own, so that his words reach them too. */
    private void tellOthers(Optional<Case> about) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(
                Finding.Kind.MEMBER_ACTED,
                order.signer().address().value(),
                order.signer().fingerprint().hex()));
        order.text().requests().stream()
                .map(Ordered::request)
                .filter(Request::isTold)
                .map(request -> Finding.of(
                        Finding.Kind.COMMAND_DONE,
                        CommandDecision.command(request).text()))
                .forEach(findings::add);
        boolean nothingToTell = findings.size() == 1 && order.text().note().isBlank();
        Optional<CaseId> id = about.map(Case::id).or(this::firstTarget);
        if (nothingToTell || id.isEmpty()) {
            return;
        }
        findings.addAll(mailing.roster().gaps());
        mailing.toTeam(
                        id,
                        new Letter.TeamMail(
                                id.get(), mail.id(), Letter.TeamMail.Occasion.MEMBER_ACTED, findings, Optional.empty()),
                        mailing.newMessageId(),
                        about.flatMap(Case::teamThread),
                        member -> !member.equals(order.signer()))
                .forEach(tx.outbox()::enqueue);
    }

    private Optional<CaseId> firstTarget() {
        return order.text().requests().stream()
                .flatMap(each -> each.request().target().stream())
                .findFirst();
    }

    private void answer(
            Optional<CaseId> about,
            Letter.Transcript.Result result,
            List<Letter.Transcript.Line> lines,
            List<Remark> standing) {
        List<Letter.Transcript.Step> steps =
                standing.isEmpty() ? List.of() : about.map(this::steps).orElse(List.of());
        List<Remark> all = Stream.concat(standing.stream(), OperatorHold.standing(open, about).stream())
                .toList();
        Letter transcript = new Letter.Transcript(about, result, lines, all, steps, now);
        Optional<CaseId> existing = about.filter(this::exists);
        tx.outbox()
                .enqueue(mailing.toMember(
                        existing, transcript, order.signer(), mail.outer().messageId()));
    }

    private List<Letter.Transcript.Step> steps(CaseId id) {
        List<Letter.Transcript.Step> steps = new ArrayList<>();
        tx.journal()
                .find(id)
                .filter(current ->
                        current.answered().isEmpty() && current.endedFrom().isEmpty())
                .flatMap(Case::answerBy)
                .ifPresent(due -> steps.add(new Letter.Transcript.Step(CaseClock.ACKNOWLEDGEMENT.word(), due)));
        tx.timetable().of(id).stream()
                // its row is the next reminder; what a member must know is the end of the clock
                .filter(row -> !row.key().kind().equals(CaseClock.ACKNOWLEDGEMENT.word()))
                .forEach(row -> steps.add(new Letter.Transcript.Step(row.key().kind(), row.due())));
        return steps;
    }

    private static List<Letter.Transcript.Line> mistakes(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(each -> new Letter.Transcript.Line(each.line(), new Confidential(""), List.of(each.why())))
                .toList();
    }

    private static Letter.Transcript.Line whole(Remark why) {
        return new Letter.Transcript.Line(0, new Confidential(""), List.of(why));
    }

    private Map<CaseId, Case> cases(Optional<Case> about) {
        Map<CaseId, Case> cases = new LinkedHashMap<>();
        about.ifPresent(current -> cases.put(current.id(), current));
        for (Ordered each : order.text().requests()) {
            each.request()
                    .target()
                    .filter(id -> !cases.containsKey(id) && exists(id))
                    .flatMap(id -> tx.journal().find(id))
                    .ifPresent(found -> cases.put(found.id(), found));
        }
        return cases;
    }

    private Circumstances circumstances(Optional<Case> about) {
        Map<Fingerprint, Boolean> brought = new HashMap<>();
        attached().forEach(each -> brought.put(each.fingerprint(), each.canEncryptAt(now)));
        Set<CaseId> existing = new HashSet<>();
        Set<Address> ours = new HashSet<>();
        for (Ordered each : order.text().requests()) {
            if (each.request() instanceof Request.Duplicate duplicate && exists(duplicate.of())) {
                existing.add(duplicate.of());
            }
            if (each.request() instanceof Request.Reporter reporter && isOwn.test(reporter.reporter())) {
                ours.add(reporter.reporter());
            }
        }
        return new Circumstances(
                mailing,
                order.signer(),
                mail.id(),
                !FilesToPassOn.of(mail).isEmpty(),
                brought,
                about.map(this::kept).orElse(Map.of()),
                existing,
                ours,
                overview(),
                about.map(this::history).orElse(List.of()));
    }

    private Map<Fingerprint, Boolean> kept(Case current) {
        Map<Fingerprint, Boolean> kept = new HashMap<>();
        for (KeptCertificate each : tx.certificates().of(current.id())) {
            Certificate.readAll(each.certificate())
                    .forEach(certificate -> kept.put(certificate.fingerprint(), certificate.canEncryptAt(now)));
        }
        return kept;
    }

    /** What a header brought is not signed. */
    private Stream<Certificate> attached() {
        Set<Fingerprint> own = open.ownFingerprints();
        return mail.certificates().stream()
                .filter(brought -> brought.origin() != BroughtCertificate.Origin.AUTOCRYPT)
                .map(BroughtCertificate::certificate)
                .filter(certificate -> !own.contains(certificate.fingerprint()));
    }

    private List<Case> overview() {
        Optional<Request.Cases> asked = order.text().requests().stream()
                .map(Ordered::request)
                .filter(Request.Cases.class::isInstance)
                .map(Request.Cases.class::cast)
                .max(Comparator.comparing(Request.Cases::all));
        if (asked.isEmpty()) {
            return List.of();
        }
        List<CaseId> ids = asked.get().all()
                ? tx.cases().filedSince(open.desk().name(), Instant.EPOCH)
                : tx.cases().open(open.desk().name());
        return ids.stream().flatMap(id -> tx.journal().find(id).stream()).toList();
    }

    private List<Circumstances.Line> history(Case current) {
        boolean asked = order.text().requests().stream().anyMatch(each -> each.request() instanceof Request.Status);
        return asked
                ? tx.journal().lines(current.id()).stream()
                        .map(line -> new Circumstances.Line(
                                line.time(),
                                line.actor(),
                                line.event().getClass().getSimpleName()))
                        .toList()
                : List.of();
    }

    private boolean exists(CaseId id) {
        return tx.cases().deskOf(id).filter(open.desk().name()::equals).isPresent();
    }
}
