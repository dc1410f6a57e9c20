package org.embargo.store;

import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;

/** Certificates of people outside the team, kept per case: what proves something in one case proves nothing in another. */
@SuppressWarnings("DoNotCallSuggester")
public final class CertificateStore {

    CertificateStore() {}

    /** Keeps {@code certificate}; an older copy of it in the same case is replaced. */
    public void keep(KeptCertificate certificate) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<KeptCertificate> find(CaseId id, Fingerprint fingerprint) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The certificates of a case, in no particular order. */
    public List<KeptCertificate> of(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Every certificate of any case that has a key with this id; ids can collide. */
    public List<KeptCertificate> withKeyId(long keyId) {
        throw new UnsupportedOperationException("not yet");
    }
}
