package org.embargo.openpgp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.embargo.model.Fingerprint;

/** Certificates known in one place: the team's, a case's, those a mail brought along. */
public interface CertificateDirectory {

    /** Certificates with a key, primary or not, of this id. Ids collide: there may be several. */
    List<Certificate> withKeyId(long keyId);

    /** Certificates with a key, primary or not, of this fingerprint. */
    List<Certificate> withKey(Fingerprint fingerprint);

    /**
     * This directory's certificates first, then {@code next}'s. Of several versions of one certificate the first counts:
     * what is on file comes first, what a mail brought comes last.
     */
    default CertificateDirectory orElse(CertificateDirectory next) {
        CertificateDirectory first = this;
        return new CertificateDirectory() {
            @Override
            public List<Certificate> withKeyId(long keyId) {
                return joined(first.withKeyId(keyId), next.withKeyId(keyId));
            }

            @Override
            public List<Certificate> withKey(Fingerprint fingerprint) {
                return joined(first.withKey(fingerprint), next.withKey(fingerprint));
            }
        };
    }

    static CertificateDirectory empty() {
        return of(List.of());
    }

    static CertificateDirectory of(Collection<Certificate> certificates) {
        List<Certificate> all = List.copyOf(certificates);
        return new CertificateDirectory() {
            @Override
            public List<Certificate> withKeyId(long keyId) {
                return all.stream()
                        .filter(each -> each.keyIds().contains(keyId))
                        .toList();
            }

            @Override
            public List<Certificate> withKey(Fingerprint fingerprint) {
                return all.stream()
                        .filter(each -> each.keyFingerprints().contains(fingerprint))
                        .toList();
            }
        };
    }

    private static List<Certificate> joined(List<Certificate> first, List<Certificate> next) {
        List<Certificate> all = new ArrayList<>(first);
        all.addAll(next);
        return all;
    }
}
