package org.embargo.openpgp;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** What one key has said of another's user ids, at one moment: the newest word counts. */
final class Certifications {

    private final PGPPublicKey certified;
    private final ComponentKey voucher;
    private final Instant now;

    Certifications(PGPPublicKey certified, ComponentKey voucher, Instant now) {
        this.certified = certified;
        this.voucher = voucher;
        this.now = now;
    }

    /** Whether the voucher stands by {@code userId}. */
    boolean standOn(UserId userId) {
        List<PGPSignature> his = userId.others().stream()
                .filter(each -> each.hasKeyIdentifier(voucher.key().getKeyIdentifier()))
                .filter(each -> verifies(each, userId))
                .sorted(Comparator.comparing(PGPSignature::getCreationTime).reversed())
                .toList();
        Optional<PGPSignature> newest = his.stream().findFirst();
        return newest.filter(PGPSignature::isCertification)
                .filter(this::isInForce)
                .isPresent();
    }

    private boolean isInForce(PGPSignature certification) {
        Instant made = certification.getCreationTime().toInstant();
        long seconds = certification.getHashedSubPackets().getSignatureExpirationTime();
        boolean over = seconds > 0 && !made.plusSeconds(seconds).isAfter(now);
        return !made.isAfter(now) && !over && voucher.isAliveAt(made);
    }

    private boolean verifies(PGPSignature signature, UserId userId) {
        if (signature.getVersion() < 4 || !SelfSignatures.isStrong(signature)) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), voucher.key());
            return signature.verifyCertification(userId.packet().getRawID(), certified);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }
}
