package org.embargo.desk.orders;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.OperatorHold;
import org.embargo.desk.open.TakenKeys;
import org.embargo.desk.steps.ApprovalStep;
import org.embargo.desk.steps.TimetableRunner;
import org.embargo.model.Actor;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.CourseEvent;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.ReporterEvent;
import org.embargo.model.Upstream;
import org.embargo.model.UpstreamEvent;
import org.embargo.outbox.HeldCases;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.requests.CommandDecision;

/** Writes down what commands did, and has done at once what waited for them. One mail; no effect outside the transaction. */
final class ObeyedOrder {

    private final OrderInHand hand;

    ObeyedOrder(OrderInHand hand) {
        this.hand = hand;
    }

    /** @param cases as they were decided on */
    void commit(Map<CaseId, Case> cases, CommandDecision.Decided decided) {
        decided.events().forEach((id, events) -> {
            if (!events.isEmpty()) {
                record(Objects.requireNonNull(cases.get(id), "decided on"), events);
            }
            bringForward(id, events);
            keep(id, events);
        });
        decided.letters().forEach(hand.tx().outbox()::enqueue);
    }

    private void record(Case current, List<CaseEvent> events) {
        Actor actor = Actor.member(hand.order().signer().fingerprint());
        new CaseCommit(hand.tx(), hand.open(), hand.now()).commit(current, new Outcome(events, List.of()), actor);
    }

    /** What was kept back until a member says so, and what must be looked at anew. */
    private void bringForward(CaseId id, List<CaseEvent> events) {
        if (holds(events, CourseEvent.CaseResumed.class)) {
            OperatorHold.resumed(hand.tx(), hand.open(), id);
            hand.tx().waitingLetters().bringForward(id, HeldCases.CODE, hand.now());
        }
        if (holds(events, ReporterEvent.ReporterAssured.class)) {
            hand.tx().waitingLetters().putBackHeld(id, HeldCases.SHARED, hand.now());
        }
        if (holds(events, DisclosureEvent.ClockConfirmed.class)) {
            hand.tx().timetable().bringForward(hand.open().desk().name(), TimetableRunner.CLOCK_DOUBTED, hand.now());
        }
        if (holds(events, CourseEvent.StepsRetried.class)) {
            hand.tx().timetable().retryFailed(id, hand.now());
            hand.tx().waitingLetters().retryFailed(id, HeldCases.CODE, hand.now());
        }
        if (holds(events, BookEvent.MemberCertificateSet.class)) {
            ApprovalStep.plan(hand.tx(), hand.open(), hand.now());
        }
    }

    private static boolean holds(List<CaseEvent> events, Class<? extends CaseEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    /** What later mails are known by: guests, releases of upstreams, certificates. */
    private void keep(CaseId id, List<CaseEvent> events) {
        new GuestLetters(hand.tx(), hand.mailing()).admit(hand.open().desk().name(), id, events);
        events.stream()
                .filter(UpstreamEvent.AnnouncementAccepted.class::isInstance)
                .map(UpstreamEvent.AnnouncementAccepted.class::cast)
                .forEach(accepted -> remember(id, accepted.upstream()));
        events.stream()
                .flatMap(event -> TakenKeys.of(event).stream())
                .forEach(fingerprint -> keepAttached(id, fingerprint));
    }

    /** So that further announcements of its releases join it. */
    private void remember(CaseId id, Upstream upstream) {
        upstream.releases()
                .forEach(release ->
                        hand.tx().lookUps().rememberUpstream(hand.open().desk().name(), upstream.name(), release, id));
    }

    private void keepAttached(CaseId id, Fingerprint taken) {
        new BookCircumstances(hand)
                .brought()
                .filter(certificate -> certificate.fingerprint().equals(taken))
                .findFirst()
                .ifPresent(certificate -> new TakenKeys(hand.tx(), id).keep(certificate));
    }
}
