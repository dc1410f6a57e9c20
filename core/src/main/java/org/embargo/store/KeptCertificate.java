package org.embargo.store;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;

/**
 * A certificate that is kept with a case.
 *
 * @param keyIds      ids of its primary key and of every subkey
 * @param certificate binary transferable public key
 */
@SuppressWarnings("ArrayRecordComponent")
public record KeptCertificate(CaseId caseId, Fingerprint fingerprint, List<Long> keyIds, byte[] certificate) {

    public KeptCertificate {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(fingerprint, "fingerprint");
        keyIds = List.copyOf(keyIds);
        certificate = certificate.clone();
    }

    @Override
    public byte[] certificate() {
        return certificate.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptCertificate that
                && caseId.equals(that.caseId)
                && fingerprint.equals(that.fingerprint)
                && Arrays.equals(certificate, that.certificate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caseId, fingerprint);
    }

    @Override
    public String toString() {
        return "[certificate withheld, " + certificate.length + " bytes]";
    }
}
