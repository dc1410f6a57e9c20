package org.embargo.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.KeyRevocation;

/** The certificates of one mail; of several copies the best proven one counts. One thread. */
final class BroughtCertificates {

    private final int limit;
    private int looked;
    private final Map<Fingerprint, BroughtCertificate> brought = new LinkedHashMap<>();
    private final List<KeyRevocation> revocations = new ArrayList<>();

    BroughtCertificates(int limit) {
        this.limit = limit;
    }

    /** Looks into {@code bytes}, as long as not too many places were looked into. */
    void addFrom(byte[] bytes, BroughtCertificate.Origin origin) {
        if (looked < limit) {
            looked++;
            add(Certificate.readAll(bytes), origin);
            KeyRevocation.readAll(bytes).stream()
                    .limit(limit - revocations.size())
                    .forEach(revocations::add);
        }
    }

    void add(List<Certificate> certificates, BroughtCertificate.Origin origin) {
        for (Certificate each : certificates) {
            BroughtCertificate candidate = new BroughtCertificate(each, origin, false);
            if (brought.containsKey(each.fingerprint()) || brought.size() < limit) {
                brought.merge(each.fingerprint(), candidate, BroughtCertificates::better);
            }
        }
    }

    /** Origins stand in the order of their worth; a revocation counts wherever it stands. */
    private static BroughtCertificate better(BroughtCertificate one, BroughtCertificate other) {
        boolean otherIsBetter = other.origin().compareTo(one.origin()) < 0;
        BroughtCertificate best = otherIsBetter ? other : one;
        Certificate revoked = best.certificate().withRevocationsOf((otherIsBetter ? one : other).certificate());
        return new BroughtCertificate(revoked, best.origin(), best.verifiesSignature());
    }

    /** Revocations that came without their certificate. */
    List<KeyRevocation> revocations() {
        return revocations;
    }

    List<BroughtCertificate> judgedBy(Signatures signatures, boolean mailEncrypted) throws IOException {
        List<Certificate> all =
                brought.values().stream().map(BroughtCertificate::certificate).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        Set<Fingerprint> signers = signatures.signersAmong(CertificateDirectory.of(all), mailEncrypted);
        List<BroughtCertificate> judged = new ArrayList<>();
        for (BroughtCertificate each : brought.values()) {
            boolean verifies = signers.contains(each.certificate().fingerprint());
            judged.add(new BroughtCertificate(each.certificate(), each.origin(), verifies));
        }
        return judged;
    }
}
