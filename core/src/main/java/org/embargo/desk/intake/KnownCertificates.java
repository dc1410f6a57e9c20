package org.embargo.desk.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Store;
import org.embargo.store.StoreException;

/**
 * The certificates that the cases of one desk hold. A certificate in here proves nothing by itself; a case says whose it
 * is. For the opening of one mail, one thread: whoever opens takes any exception for a fault of the mail, so a failure of
 * the database is kept here, for the mail must be opened again then.
 */
final class KnownCertificates implements CertificateDirectory {

    private final Store store;
    private final String casePrefix;
    private Optional<StoreException> failure = Optional.empty();

    KnownCertificates(Store store, String casePrefix) {
        this.store = Objects.requireNonNull(store, "store");
        this.casePrefix = Objects.requireNonNull(casePrefix, "casePrefix");
    }

    /** @throws StoreException when certificates could not be read meanwhile */
    void requireRead() {
        failure.ifPresent(cause -> {
            throw cause;
        });
    }

    @Override
    public List<Certificate> withKeyId(long keyId) {
        Map<Fingerprint, KeptCertificate> distinct = new LinkedHashMap<>();
        kept(keyId).stream()
                .filter(kept -> kept.caseId().prefix().equals(casePrefix))
                .forEach(kept -> distinct.putIfAbsent(kept.fingerprint(), kept));
        return distinct.values().stream()
                .map(KeptCertificate::certificate)
                .flatMap(binary -> Certificate.readAll(binary).stream())
                .toList();
    }

    private List<KeptCertificate> kept(long keyId) {
        try {
            return store.reading(tx -> tx.certificates().withKeyId(keyId));
        } catch (StoreException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** The last eight octets of a version 4 fingerprint are the key id, of version 6 the first (RFC 9580 section 5.5.4). */
    @Override
    public List<Certificate> withKey(Fingerprint fingerprint) {
        String hex = fingerprint.hex();
        String keyId = hex.length() == 40 ? hex.substring(24) : hex.substring(0, 16);
        return withKeyId(Long.parseUnsignedLong(keyId, 16)).stream()
                .filter(certificate -> certificate.keyFingerprints().contains(fingerprint))
                .toList();
    }
}
