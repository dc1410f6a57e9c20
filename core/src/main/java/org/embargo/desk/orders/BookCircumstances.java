package org.embargo.desk.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.desk.open.KnownRevocations;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.PrivateList;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Recipient;
import org.embargo.openpgp.Certificate;
import org.embargo.process.requests.BookRequest;
import org.embargo.process.requests.DeskFacts;
import org.embargo.process.requests.GuestRequest;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.Request;
import org.embargo.process.standing.BroughtKey;
import org.embargo.store.Transaction;

/** Gathers what commands about people outside the team, and about the team itself, are decided by. One mail. */
final class BookCircumstances {

    private final Transaction tx;
    private final OpenDesk open;
    private final OpenedMail mail;
    private final SignedOrder order;
    private final Instant now;

    BookCircumstances(Transaction tx, OpenDesk open, OpenedMail mail, SignedOrder order, Instant now) {
        this.tx = tx;
        this.open = open;
        this.mail = mail;
        this.order = order;
        this.now = now;
    }

    /** The certificates in what is signed, with what is known against them: what a header brought is not. */
    Stream<Certificate> brought() {
        KnownRevocations known = new KnownRevocations(tx, open);
        return mail.certificates().stream()
                .filter(each -> each.origin() != BroughtCertificate.Origin.AUTOCRYPT)
                .map(BroughtCertificate::certificate)
                .map(known::on);
    }

    DeskFacts facts(Book book) {
        Fingerprint signer = order.signer().fingerprint();
        List<BroughtKey> others = new ArrayList<>();
        Optional<BroughtKey> own = Optional.empty();
        for (Certificate each : brought().toList()) {
            if (each.fingerprint().equals(signer)) {
                own = Optional.of(described(each));
            } else if (!each.fingerprint().equals(open.keys().certificate().fingerprint())) {
                others.add(described(each));
            }
        }
        return new DeskFacts(
                book,
                open.config().clocks().newKeyWait(),
                others,
                own,
                told(),
                isListAsked() ? unusable(book) : Set.of());
    }

    /** That a command names for somebody, or that a certificate bears. */
    Stream<Address> addresses() {
        Stream<Address> named = requests().flatMap(request -> {
            if (request instanceof BookRequest.AddRecipient add) {
                return Stream.of(add.address());
            }
            return request instanceof GuestRequest.Invite invite ? Stream.of(invite.address()) : Stream.empty();
        });
        return Stream.concat(named, brought().flatMap(each -> each.addresses().stream()));
    }

    private BroughtKey described(Certificate certificate) {
        Set<Address> vouchers = open.team().entrySet().stream()
                .filter(member -> certificate.isCertifiedBy(member.getValue(), member.getKey(), now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new BroughtKey(
                certificate.fingerprint(),
                certificate.canEncryptAt(now),
                certificate.canSignAt(now),
                certificate.userIds(),
                certificate.addresses(),
                vouchers);
    }

    /** Looked for only where somebody is to be removed. */
    private Map<Address, List<CaseId>> told() {
        Set<Address> asked = requests()
                .filter(BookRequest.RemoveRecipient.class::isInstance)
                .map(request -> ((BookRequest.RemoveRecipient) request).address())
                .collect(Collectors.toSet());
        Map<Address, List<CaseId>> told = new HashMap<>();
        if (!asked.isEmpty()) {
            for (CaseId id : tx.cases().open(open.desk().name())) {
                onBoard(id).filter(asked::contains).forEach(each -> told.computeIfAbsent(
                                each, same -> new ArrayList<>())
                        .add(id));
            }
        }
        return told;
    }

    /** A damaged case keeps nobody on the list. */
    private Stream<Address> onBoard(CaseId id) {
        return tx.journal().findReadable(id).stream()
                .flatMap(current -> current.notices().board().stream())
                .map(notice -> notice.recipient())
                .distinct();
    }

    private boolean isListAsked() {
        return requests().anyMatch(BookRequest.ListRecipients.class::isInstance);
    }

    private Set<Fingerprint> unusable(Book book) {
        PrivateList list = new PrivateList(tx, open.desk().book(), book);
        Set<Fingerprint> unusable = new HashSet<>();
        Stream.concat(book.recipients().stream(), book.former().stream())
                .filter(each -> !list.canReach(each, now))
                .map(Recipient::certificate)
                .forEach(unusable::add);
        return unusable;
    }

    private Stream<Request> requests() {
        return order.text().requests().stream().map(Ordered::request);
    }
}
