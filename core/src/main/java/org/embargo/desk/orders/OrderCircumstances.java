package org.embargo.desk.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.embargo.config.Holds;
import org.embargo.desk.open.OpenDesk;
import org.embargo.letters.FilesToPassOn;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.Circumstances;
import org.embargo.process.requests.DeskFacts;
import org.embargo.process.requests.OperatorHolds;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.PatchRequest;
import org.embargo.process.requests.ReporterRequest;
import org.embargo.process.words.Remark;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Transaction;

/** Gathers what commands are decided by: the cases they act on, and what else is known. One mail. */
final class OrderCircumstances {

    private final Transaction tx;
    private final OpenDesk open;
    private final OpenedMail mail;
    private final SignedOrder order;
    private final Mailing mailing;
    private final Instant now;
    private final Predicate<Address> isOwn;

    OrderCircumstances(
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

    Map<CaseId, Case> cases(Optional<Case> about) {
        Map<CaseId, Case> cases = new LinkedHashMap<>();
        about.ifPresent(current -> cases.put(current.id(), current));
        for (Ordered each : order.text().requests()) {
            each.request()
                    .target()
                    .filter(id -> !cases.containsKey(id) && exists(id))
                    .flatMap(id -> tx.journal().find(id))
                    .ifPresent(found -> cases.put(found.id(), found));
        }
        cases.computeIfAbsent(open.desk().book(), this::book);
        return cases;
    }

    private Case book(CaseId id) {
        return tx.journal()
                .find(id)
                .orElseGet(() -> Case.unfiled(id, open.desk().name()));
    }

    Circumstances circumstances(Optional<Case> about) {
        Map<Fingerprint, Boolean> brought = new HashMap<>();
        attached().forEach(each -> brought.put(each.fingerprint(), each.canEncryptAt(now)));
        Set<CaseId> existing = new HashSet<>();
        Set<Address> ours = new HashSet<>();
        for (Ordered each : order.text().requests()) {
            if (each.request() instanceof ReporterRequest.Duplicate duplicate && exists(duplicate.of())) {
                existing.add(duplicate.of());
            }
            if (each.request() instanceof ReporterRequest.Reporter reporter && isOwn.test(reporter.reporter())) {
                ours.add(reporter.reporter());
            }
        }
        BookCircumstances book = new BookCircumstances(tx, open, mail, order, now);
        book.addresses().filter(isOwn).forEach(ours::add);
        DeskFacts facts = book.facts(book(open.desk().book()).book());
        return new Circumstances(
                mailing,
                order.signer(),
                mail.id(),
                !FilesToPassOn.of(mail).isEmpty(),
                patchFlaw(),
                brought,
                about.map(this::kept).orElse(Map.of()),
                existing,
                ours,
                overview(),
                about.map(this::history).orElse(List.of()),
                open.rules(),
                open.content(),
                facts.waitsUntil(order.signer(), now),
                facts,
                holds());
    }

    private OperatorHolds holds() {
        Holds holds = open.holds().read();
        return new OperatorHolds(holds.all().isPresent(), holds.cases());
    }

    private Optional<Remark> patchFlaw() {
        boolean areGiven =
                order.text().requests().stream().anyMatch(each -> each.request() instanceof PatchRequest.Give);
        return areGiven ? MailedPatches.flaw(mail) : Optional.empty();
    }

    private Map<Fingerprint, Boolean> kept(Case current) {
        Map<Fingerprint, Boolean> kept = new HashMap<>();
        for (KeptCertificate each : tx.certificates().of(current.id())) {
            Certificate.readAll(each.certificate())
                    .forEach(certificate -> kept.put(certificate.fingerprint(), certificate.canEncryptAt(now)));
        }
        return kept;
    }

    private Stream<Certificate> attached() {
        Set<Fingerprint> own = open.ownFingerprints();
        return brought().filter(certificate -> !own.contains(certificate.fingerprint()));
    }

    Stream<Certificate> brought() {
        return new BookCircumstances(tx, open, mail, order, now).brought();
    }

    private List<Circumstances.Listed> overview() {
        Optional<AskingRequest.Cases> asked = order.text().requests().stream()
                .map(Ordered::request)
                .filter(AskingRequest.Cases.class::isInstance)
                .map(AskingRequest.Cases.class::cast)
                .max(Comparator.comparing(AskingRequest.Cases::all));
        if (asked.isEmpty()) {
            return List.of();
        }
        List<CaseId> ids = asked.get().all()
                ? tx.cases().filedSince(open.desk().name(), Instant.EPOCH)
                : tx.cases().open(open.desk().name());
        // nothing can be said of a damaged case; the digest names it, and the others must not hide behind it
        return ids.stream()
                .flatMap(id -> tx.journal().findReadable(id).stream())
                .map(found -> new Circumstances.Listed(found, DigestCase.of(found, open.clocks())))
                .toList();
    }

    private List<Circumstances.Line> history(Case current) {
        boolean asked =
                order.text().requests().stream().anyMatch(each -> each.request() instanceof AskingRequest.Status);
        return asked
                ? tx.journal().lines(current.id()).stream()
                        .map(line -> new Circumstances.Line(
                                line.time(),
                                line.actor(),
                                line.event().getClass().getSimpleName()))
                        .toList()
                : List.of();
    }

    boolean exists(CaseId id) {
        return tx.cases().deskOf(id).filter(open.desk().name()::equals).isPresent();
    }
}
