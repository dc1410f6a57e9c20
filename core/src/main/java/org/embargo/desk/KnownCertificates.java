package org.embargo.desk;

import java.util.List;
import java.util.Objects;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Store;

/** The certificates that cases hold. A certificate in here proves nothing by itself; a case says whose it is. */
final class KnownCertificates implements CertificateDirectory {

    private final Store store;

    KnownCertificates(Store store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public List<Certificate> withKeyId(long keyId) {
        return store.reading(tx -> tx.certificates().withKeyId(keyId)).stream()
                .map(KeptCertificate::certificate)
                .flatMap(binary -> Certificate.readAll(binary).stream())
                .toList();
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
