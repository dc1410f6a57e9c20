package org.embargo.desk.open;

import java.util.List;
import java.util.Optional;
import org.embargo.model.BookEvent;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.GuestEvent;
import org.embargo.model.ReporterEvent;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateFormatException;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Transaction;

/** The certificates that are kept with one case, or with a desk's book. */
public final class TakenKeys {

    private final Transaction tx;
    private final CaseId id;

    public TakenKeys(Transaction tx, CaseId id) {
        this.tx = tx;
        this.id = id;
    }

    /** The certificate that {@code event} makes somebody's. */
    public static Optional<Fingerprint> of(CaseEvent event) {
        if (event instanceof ReporterEvent.ReporterCertificateTaken taken) {
            return Optional.of(taken.fingerprint());
        }
        if (event instanceof BookEvent.RecipientAdded added) {
            return Optional.of(added.certificate());
        }
        if (event instanceof BookEvent.RecipientCertificateSet set) {
            return Optional.of(set.certificate());
        }
        if (event instanceof BookEvent.MemberCertificateSet set) {
            return Optional.of(set.certificate());
        }
        return event instanceof GuestEvent.GuestInvited invited ? Optional.of(invited.certificate()) : Optional.empty();
    }

    /** Keeps {@code certificate}; what is known of it already, a revocation above all, stays. */
    public void keep(Certificate certificate) {
        Certificate all =
                find(certificate.fingerprint()).map(certificate::merge).orElse(certificate);
        tx.certificates().keep(new KeptCertificate(id, all.fingerprint(), List.copyOf(all.keyIds()), all.binary()));
    }

    public Optional<Certificate> find(Fingerprint fingerprint) {
        return tx.certificates().find(id, fingerprint).map(TakenKeys::read);
    }

    /** {@code certificate}, held elsewhere, with the revocations that are kept here. */
    public Certificate revoked(Certificate certificate) {
        return find(certificate.fingerprint())
                .map(certificate::withRevocationsOf)
                .orElse(certificate);
    }

    public static Certificate read(KeptCertificate kept) {
        try {
            return Certificate.read(kept.certificate());
        } catch (CertificateFormatException e) {
            throw new IllegalStateException("kept certificate " + kept.fingerprint() + " can't be read", e);
        }
    }
}
