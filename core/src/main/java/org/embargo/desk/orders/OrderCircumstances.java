package org.embargo.desk.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.config.Holds;
import org.embargo.letters.FilesToPassOn;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.Circumstances;
import org.embargo.process.requests.DeskFacts;
import org.embargo.process.requests.OperatorHolds;
import org.embargo.process.requests.PatchRequest;
import org.embargo.process.requests.ReporterRequest;
import org.embargo.process.requests.Request;
import org.embargo.process.words.Refusal;
import org.embargo.store.KeptCertificate;

/** Gathers what commands are decided by: the cases they act on, and what else is known. One mail. */
final class OrderCircumstances {

    private final OrderInHand hand;

    OrderCircumstances(OrderInHand hand) {
        this.hand = hand;
    }

    Map<CaseId, Case> cases(Optional<Case> about) {
        Map<CaseId, Case> cases = new LinkedHashMap<>();
        about.ifPresent(current -> cases.put(current.id(), current));
        hand.requests().forEach(request -> request.target()
                .filter(id -> !cases.containsKey(id) && exists(id))
                .flatMap(id -> hand.tx().journal().find(id))
                .ifPresent(found -> cases.put(found.id(), found)));
        cases.computeIfAbsent(hand.open().desk().book(), this::book);
        return cases;
    }

    private Case book(CaseId id) {
        return hand.tx()
                .journal()
                .find(id)
                .orElseGet(() -> Case.unfiled(id, hand.open().desk().name()));
    }

    Circumstances circumstances(Optional<Case> about) {
        BookCircumstances book = new BookCircumstances(hand);
        DeskFacts facts = book.facts(book(hand.open().desk().book()).book());
        return new Circumstances(
                hand.mailing(),
                hand.order().signer(),
                hand.mail().id(),
                !FilesToPassOn.of(hand.mail()).isEmpty(),
                patchFlaw(),
                attached(book),
                about.map(this::kept).orElse(Map.of()),
                existing(),
                ours(book),
                overview(),
                about.map(this::history).orElse(List.of()),
                hand.open().rules(),
                hand.open().content(),
                facts.waitsUntil(hand.order().signer(), hand.now()),
                facts,
                holds());
    }

    /** Cases of this desk that the mail names as those which its own repeats. */
    private Set<CaseId> existing() {
        return asked(ReporterRequest.Duplicate.class)
                .map(ReporterRequest.Duplicate::of)
                .filter(this::exists)
                .collect(Collectors.toSet());
    }

    /** Addresses of desks that the mail names for somebody outside the team. */
    private Set<Address> ours(BookCircumstances book) {
        Stream<Address> reporters = asked(ReporterRequest.Reporter.class).map(ReporterRequest.Reporter::reporter);
        return Stream.concat(reporters, book.addresses()).filter(hand.isOwn()).collect(Collectors.toSet());
    }

    private <T extends Request> Stream<T> asked(Class<T> kind) {
        return hand.requests().filter(kind::isInstance).map(kind::cast);
    }

    private OperatorHolds holds() {
        Holds holds = hand.open().holds().read();
        return new OperatorHolds(holds.all().isPresent(), holds.cases());
    }

    private Optional<Refusal> patchFlaw() {
        boolean areGiven = asked(PatchRequest.Give.class).findAny().isPresent();
        return areGiven ? MailedPatches.flaw(hand.mail()) : Optional.empty();
    }

    private Map<Fingerprint, Boolean> kept(Case current) {
        Map<Fingerprint, Boolean> kept = new HashMap<>();
        for (KeptCertificate each : hand.tx().certificates().of(current.id())) {
            Certificate.readAll(each.certificate())
                    .forEach(certificate -> kept.put(certificate.fingerprint(), certificate.canEncryptAt(hand.now())));
        }
        return kept;
    }

    private Map<Fingerprint, Boolean> attached(BookCircumstances book) {
        Set<Fingerprint> own = hand.open().ownFingerprints();
        Map<Fingerprint, Boolean> attached = new HashMap<>();
        book.brought()
                .filter(certificate -> !own.contains(certificate.fingerprint()))
                .forEach(each -> attached.put(each.fingerprint(), each.canEncryptAt(hand.now())));
        return attached;
    }

    private List<Circumstances.Listed> overview() {
        Optional<AskingRequest.Cases> asked =
                asked(AskingRequest.Cases.class).max(Comparator.comparing(AskingRequest.Cases::all));
        if (asked.isEmpty()) {
            return List.of();
        }
        List<CaseId> ids = asked.get().all()
                ? hand.tx().cases().filedSince(hand.open().desk().name(), Instant.EPOCH)
                : hand.tx().cases().open(hand.open().desk().name());
        // nothing can be said of a damaged case; the digest names it, and the others must not hide behind it
        return ids.stream()
                .flatMap(id -> hand.tx().journal().findReadable(id).stream())
                .map(found -> new Circumstances.Listed(
                        found, DigestCase.of(found, hand.open().clocks())))
                .toList();
    }

    private List<Circumstances.Line> history(Case current) {
        boolean asked = asked(AskingRequest.Status.class).findAny().isPresent();
        return asked
                ? hand.tx().journal().lines(current.id()).stream()
                        .map(line -> new Circumstances.Line(
                                line.time(),
                                line.actor(),
                                line.event().getClass().getSimpleName()))
                        .toList()
                : List.of();
    }

    boolean exists(CaseId id) {
        return hand.tx()
                .cases()
                .deskOf(id)
                .filter(hand.open().desk().name()::equals)
                .isPresent();
    }
}
