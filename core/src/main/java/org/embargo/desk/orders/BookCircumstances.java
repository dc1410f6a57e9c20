package org.embargo.desk.orders;

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
import org.embargo.desk.open.PrivateList;
import org.embargo.mail.BroughtCertificate;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Recipient;
import org.embargo.openpgp.Certificate;
import org.embargo.process.requests.BookRequest;
import org.embargo.process.requests.DeskFacts;
import org.embargo.process.requests.GuestRequest;
import org.embargo.process.standing.BroughtKey;

/** Gathers what commands about people outside the team, and about the team itself, are decided by. One mail. */
final class BookCircumstances {

    private final OrderInHand hand;

    BookCircumstances(OrderInHand hand) {
        this.hand = hand;
    }

    /** The certificates in what is signed, with what is known against them: what a header brought is not. */
    Stream<Certificate> brought() {
        KnownRevocations known = new KnownRevocations(hand.tx(), hand.open());
        return hand.mail().certificates().stream()
                .filter(each -> each.origin() != BroughtCertificate.Origin.AUTOCRYPT)
                .map(BroughtCertificate::certificate)
                .map(known::on);
    }

    DeskFacts facts(Book book) {
        Fingerprint signer = hand.order().signer().fingerprint();
        List<BroughtKey> others = new ArrayList<>();
        Optional<BroughtKey> own = Optional.empty();
        for (Certificate each : brought().toList()) {
            if (each.fingerprint().equals(signer)) {
                own = Optional.of(described(each));
            } else if (!each.fingerprint()
                    .equals(hand.open().keys().certificate().fingerprint())) {
                others.add(described(each));
            }
        }
        return new DeskFacts(
                book,
                hand.open().config().clocks().newKeyWait(),
                others,
                own,
                told(),
                isListAsked() ? unusable(book) : Set.of());
    }

    /** That a command names for somebody, or that a certificate bears. */
    Stream<Address> addresses() {
        Stream<Address> named = hand.requests().flatMap(request -> {
            if (request instanceof BookRequest.AddRecipient add) {
                return Stream.of(add.address());
            }
            return request instanceof GuestRequest.Invite invite ? Stream.of(invite.address()) : Stream.empty();
        });
        return Stream.concat(named, brought().flatMap(each -> each.addresses().stream()));
    }

    private BroughtKey described(Certificate certificate) {
        Set<Address> vouchers = hand.open().team().entrySet().stream()
                .filter(member -> certificate.isCertifiedBy(member.getValue(), member.getKey(), hand.now()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new BroughtKey(
                certificate.fingerprint(),
                certificate.canEncryptAt(hand.now()),
                certificate.canSignAt(hand.now()),
                certificate.userIds(),
                certificate.addresses(),
                vouchers);
    }

    /** Looked for only where somebody is to be removed. */
    private Map<Address, List<CaseId>> told() {
        Set<Address> asked = hand.requests()
                .filter(BookRequest.RemoveRecipient.class::isInstance)
                .map(request -> ((BookRequest.RemoveRecipient) request).address())
                .collect(Collectors.toSet());
        Map<Address, List<CaseId>> told = new HashMap<>();
        if (!asked.isEmpty()) {
            for (CaseId id : hand.tx().cases().open(hand.open().desk().name())) {
                onBoard(id).filter(asked::contains).forEach(each -> told.computeIfAbsent(
                                each, same -> new ArrayList<>())
                        .add(id));
            }
        }
        return told;
    }

    /** A damaged case keeps nobody on the list. */
    private Stream<Address> onBoard(CaseId id) {
        return hand.tx().journal().findReadable(id).stream()
                .flatMap(current -> current.notices().board().stream())
                .map(notice -> notice.recipient())
                .distinct();
    }

    private boolean isListAsked() {
        return hand.requests().anyMatch(BookRequest.ListRecipients.class::isInstance);
    }

    private Set<Fingerprint> unusable(Book book) {
        PrivateList list = new PrivateList(hand.tx(), hand.open().desk().book(), book);
        Set<Fingerprint> unusable = new HashSet<>();
        Stream.concat(book.recipients().stream(), book.former().stream())
                .filter(each -> !list.canReach(each, hand.now()))
                .map(Recipient::certificate)
                .forEach(unusable::add);
        return unusable;
    }
}
