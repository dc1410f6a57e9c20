package org.embargo.desk.orders;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.embargo.commands.CommandMail;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.OperatorHold;
import org.embargo.desk.open.TakenKeys;
import org.embargo.desk.steps.ApprovalStep;
import org.embargo.desk.steps.TimetableRunner;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.SignedRoot;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.CourseEvent;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.ReporterEvent;
import org.embargo.model.Upstream;
import org.embargo.model.UpstreamEvent;
import org.embargo.outbox.HeldCases;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.requests.Circumstances;
import org.embargo.process.requests.CommandDecision;
import org.embargo.process.requests.Ordered;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.store.Transaction;

/**
 * Carries out the commands of one mail that its signer may give, within one transaction; says why where he may not.
 *
 * <p>One thread; no effect outside the transaction.
 */
public final class Orders {

    private final Transaction tx;
    private final OpenDesk open;
    private final SignedOrder order;
    private final Mailing mailing;
    private final Instant now;
    private final OrderCircumstances known;
    private final OrderLetters letters;

    public Orders(
            Transaction tx,
            OpenDesk open,
            OpenedMail mail,
            SignedOrder order,
            Mailing mailing,
            Instant now,
            Predicate<Address> isOwn) {
        this.tx = tx;
        this.open = open;
        this.order = order;
        this.mailing = mailing;
        this.now = now;
        this.known = new OrderCircumstances(tx, open, mail, order, mailing, now, isOwn);
        this.letters = new OrderLetters(tx, open, mail, order, mailing, now);
    }

    /** Notes that the signature is used; false where it was before. */
    public boolean use() {
        return tx.signatures()
                .use(order.signer().fingerprint(), order.verdict().digest().orElseThrow(), now);
    }

    /**
     * The case that the commands are about, or why they may not act.
     *
     * @param ofAddress the case whose address the mail came to
     */
    public NamedCase named(Optional<CaseId> ofAddress) {
        if (order.objection().isPresent()) {
            return new NamedCase(Optional.empty(), order.objection());
        }
        SignedRoot root = order.root().orElseThrow();
        NamedCase named = NamedCase.in(root, order.text(), open.desk(), ofAddress);
        if (named.objection().isPresent()) {
            return named;
        }
        return new NamedCase(
                named.id(),
                inClear(root).or(() -> named.id().flatMap(this::onCase)).or(this::onTargets));
    }

    private Optional<Refusal> inClear(SignedRoot root) {
        return root.encrypted()
                ? Optional.empty()
                : order.text().requests().stream()
                        .map(Ordered::request)
                        .filter(request -> !request.command().actsInClear())
                        .findFirst()
                        .map(request -> Refusal.of(
                                Reason.CAME_IN_CLEAR, request.command().word()));
    }

    private Optional<Refusal> onCase(CaseId id) {
        if (!known.exists(id)) {
            return Optional.of(Refusal.of(Reason.NO_SUCH_CASE, id.toString()));
        }
        return inOrder(id);
    }

    /** What a command names as its case is acted on as well, whatever the mail is about. */
    private Optional<Refusal> onTargets() {
        return targets().flatMap(id -> inOrder(id).stream()).findFirst();
    }

    private Optional<Refusal> inOrder(CaseId id) {
        Instant made = order.made().truncatedTo(ChronoUnit.SECONDS);
        return tx.signatures()
                .newest(order.signer().fingerprint(), id)
                .filter(made::isBefore)
                .map(newest ->
                        Refusal.of(Reason.SIGNED_BEFORE_ANOTHER, order.made().toString(), newest.toString()));
    }

    /** Tells the signer why nothing is done. */
    public void refuse(Optional<CaseId> about, Refusal why) {
        letters.answer(about, MemberLetter.Transcript.Result.NOT_DONE, List.of(OrderLetters.whole(why)), List.of());
    }

    /**
     * Does what the commands say, all or nothing, and answers.
     *
     * @param about the case they are about, as it is now
     */
    public void carryOut(Optional<Case> about) {
        CommandMail text = order.text();
        Optional<CaseId> id = about.map(Case::id);
        if (!text.mistakes().isEmpty()) {
            letters.answer(
                    id, MemberLetter.Transcript.Result.NOT_DONE, OrderLetters.mistakes(text.mistakes()), List.of());
            return;
        }
        Map<CaseId, Case> cases = known.cases(about);
        Circumstances at = known.circumstances(about);
        CommandDecision.Decided decided = new CommandDecision(id, cases, at).decide(text.requests());
        List<Remark> standing = id.map(acted -> decided.standing(acted, at)).orElse(List.of());
        if (!decided.done()) {
            letters.answer(id, MemberLetter.Transcript.Result.NOT_DONE, decided.lines(), standing);
        } else if (text.dryRun()) {
            letters.answer(id, MemberLetter.Transcript.Result.DRY_RUN, decided.lines(), standing);
        } else {
            commit(cases, decided);
            Stream.concat(id.stream(), targets()).distinct().forEach(acted -> tx.signatures()
                    .acted(order.signer().fingerprint(), acted, order.made().truncatedTo(ChronoUnit.SECONDS)));
            letters.answer(id, decided.result(), decided.lines(), standing);
            letters.tellOthers(about, decided, at);
        }
    }

    private void commit(Map<CaseId, Case> cases, CommandDecision.Decided decided) {
        Actor actor = Actor.member(order.signer().fingerprint());
        decided.events().forEach((id, events) -> {
            if (!events.isEmpty()) {
                Case current = Objects.requireNonNull(cases.get(id), "decided on");
                new CaseCommit(tx, open, now).commit(current, new Outcome(events, List.of()), actor);
            }
            if (events.stream().anyMatch(CourseEvent.CaseResumed.class::isInstance)) {
                OperatorHold.resumed(tx, open, id);
                tx.waitingLetters().bringForward(id, HeldCases.CODE, now);
            }
            if (events.stream().anyMatch(ReporterEvent.ReporterAssured.class::isInstance)) {
                tx.waitingLetters().putBackHeld(id, HeldCases.SHARED, now);
            }
            if (events.stream().anyMatch(DisclosureEvent.ClockConfirmed.class::isInstance)) {
                tx.timetable().bringForward(open.desk().name(), TimetableRunner.CLOCK_DOUBTED, now);
            }
            if (events.stream().anyMatch(CourseEvent.StepsRetried.class::isInstance)) {
                tx.timetable().retryFailed(id, now);
                tx.waitingLetters().retryFailed(id, HeldCases.CODE, now);
            }
            if (events.stream().anyMatch(BookEvent.MemberCertificateSet.class::isInstance)) {
                ApprovalStep.plan(tx, open, now);
            }
            new GuestLetters(tx, mailing).admit(open.desk().name(), id, events);
            events.stream()
                    .filter(UpstreamEvent.AnnouncementAccepted.class::isInstance)
                    .map(UpstreamEvent.AnnouncementAccepted.class::cast)
                    .forEach(accepted -> remember(id, accepted.upstream()));
            events.stream()
                    .flatMap(event -> TakenKeys.of(event).stream())
                    .forEach(fingerprint -> keepAttached(id, fingerprint));
        });
        decided.letters().forEach(tx.outbox()::enqueue);
    }

    /** So that further announcements of its releases join it. */
    private void remember(CaseId id, Upstream upstream) {
        upstream.releases()
                .forEach(release -> tx.lookUps().rememberUpstream(open.desk().name(), upstream.name(), release, id));
    }

    private void keepAttached(CaseId id, Fingerprint taken) {
        known.brought()
                .filter(certificate -> certificate.fingerprint().equals(taken))
                .findFirst()
                .ifPresent(certificate -> new TakenKeys(tx, id).keep(certificate));
    }

    private Stream<CaseId> targets() {
        return order.text().requests().stream().flatMap(each -> each.request().target().stream());
    }
}
