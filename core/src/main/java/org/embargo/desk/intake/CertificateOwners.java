package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.TakenKeys;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.Recipient;
import org.embargo.openpgp.Certificate;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Transaction;

/** Says whose the certificates are that a desk holds. One transaction. */
final class CertificateOwners {

    private final Transaction tx;
    private final List<Owned> onFile = new ArrayList<>();

    CertificateOwners(Transaction tx, OpenDesk open) {
        this.tx = tx;
        open.team().forEach((member, certificate) -> onFile(Kind.MEMBER, member.value(), certificate));
        open.upstreams().forEach((upstream, certificate) -> onFile(Kind.UPSTREAM, upstream, certificate));
        onFile(
                Kind.DESK,
                "",
                new TakenKeys(tx, open.desk().book()).revoked(open.keys().certificate()));
    }

    private void onFile(Kind kind, String name, Certificate certificate) {
        onFile.add(new Owned(new Owner(kind, new Confidential(name), Optional.empty()), certificate));
    }

    /** Those that the operator's files hold or commands have set over them, with what is known of them. */
    List<Owned> onFile() {
        return onFile;
    }

    /** Whose a certificate is that is kept in the database; nobody's whose case is at an end. */
    List<Owner> of(KeptCertificate kept) {
        Optional<Case> keptWith = tx.journal().findReadable(kept.caseId());
        if (keptWith.isEmpty()) {
            return List.of();
        }
        return kept.caseId().isBook()
                ? recipients(keptWith.get(), kept.fingerprint())
                : ofCase(keptWith.get(), kept.fingerprint());
    }

    private static List<Owner> recipients(Case book, Fingerprint certificate) {
        return Stream.concat(book.book().recipients().stream(), book.book().former().stream())
                .filter(each -> each.certificate().equals(certificate))
                .map(CertificateOwners::owner)
                .toList();
    }

    private static Owner owner(Recipient recipient) {
        String name = recipient.name().text() + ", " + recipient.address().value();
        return new Owner(Kind.RECIPIENT, new Confidential(name), Optional.empty());
    }

    private static List<Owner> ofCase(Case current, Fingerprint certificate) {
        if (current.state().isAtAnEnd()) {
            return List.of();
        }
        List<Owner> owners = new ArrayList<>();
        if (current.reporterCertificate().equals(Optional.of(certificate))) {
            String reporter = current.reporter().map(Address::value).orElse("");
            owners.add(new Owner(Kind.REPORTER, new Confidential(reporter), Optional.of(current.id())));
        }
        current.guests().stream()
                .filter(guest -> guest.certificate().equals(certificate))
                .map(guest ->
                        new Owner(Kind.GUEST, new Confidential(guest.address().value()), Optional.of(current.id())))
                .forEach(owners::add);
        return owners.isEmpty()
                ? List.of(new Owner(Kind.PROPOSED, new Confidential(""), Optional.of(current.id())))
                : owners;
    }

    /** In which capacity somebody has it. */
    enum Kind {
        DESK,
        MEMBER,
        UPSTREAM,
        RECIPIENT,
        REPORTER,
        GUEST,
        /** Nobody's yet: a member may take it for the reporter. */
        PROPOSED
    }

    /**
     * Somebody with a certificate.
     *
     * @param name   as the team knows him; empty for the desk
     * @param caseId the case that it is kept with; empty for what belongs to none
     */
    record Owner(Kind kind, Confidential name, Optional<CaseId> caseId) {
        Owner {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(caseId, "caseId");
        }
    }

    /** A certificate, and whose it is. */
    record Owned(Owner owner, Certificate certificate) {
        Owned {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(certificate, "certificate");
        }
    }
}
