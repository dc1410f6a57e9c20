package org.embargo.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Picks out of a certificate what its primary key has signed itself, and verifies it. Bounded, since anyone can add
 * signatures to somebody's certificate.
 */
final class SelfSignatures {

    private static final int MOST_VERIFIED = 500;
    /** Until then SHA-1 was in use for self-signatures, and nobody had found second preimages: nor has anybody since. */
    private static final Instant END_OF_SHA1 = Instant.parse("2023-02-01T00:00:00Z");

    private static final Set<Integer> STRONG = Set.of(
            HashAlgorithmTags.SHA224,
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512,
            HashAlgorithmTags.SHA3_256,
            HashAlgorithmTags.SHA3_512);

    private final PGPPublicKey primary;
    private int verified;

    SelfSignatures(PGPPublicKey primary) {
        this.primary = primary;
    }

    List<PGPSignature> certifications(byte[] userId) {
        return verified(
                primary.getSignaturesForID(userId),
                PGPSignature::isCertification,
                signature -> signature.verifyCertification(userId, primary));
    }

    List<PGPSignature> userIdRevocations(byte[] userId) {
        return verified(
                primary.getSignaturesForID(userId),
                signature -> signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION,
                signature -> signature.verifyCertification(userId, primary));
    }

    List<PGPSignature> onPrimary(int type) {
        return verified(
                primary.getSignaturesOfType(type),
                signature -> true,
                signature -> signature.verifyCertification(primary));
    }

    List<PGPSignature> onSubkey(PGPPublicKey subkey, int type) {
        return verified(
                subkey.getSignaturesOfType(type),
                signature -> true,
                signature -> signature.verifyCertification(primary, subkey));
    }

    /** Whether {@code subkey} has signed in {@code binding} that it belongs to this primary key. */
    boolean signsBack(PGPSignature binding, PGPPublicKey subkey) {
        try {
            return embeddedIn(binding.getHashedSubPackets(), subkey)
                    || embeddedIn(binding.getUnhashedSubPackets(), subkey);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private boolean embeddedIn(PGPSignatureSubpacketVector subpackets, PGPPublicKey subkey) throws PGPException {
        if (!subpackets.hasSubpacket(SignatureSubpacketTags.EMBEDDED_SIGNATURE)) {
            return false;
        }
        PGPSignatureList embedded = subpackets.getEmbeddedSignatures();
        for (PGPSignature each : embedded) {
            if (each.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                    && isStrong(each)
                    && verifies(each, subkey, signature -> signature.verifyCertification(primary, subkey))) {
                return true;
            }
        }
        return false;
    }

    private List<PGPSignature> verified(
            Iterator<PGPSignature> signatures, Predicate<PGPSignature> wanted, Check check) {
        List<PGPSignature> good = new ArrayList<>();
        while (signatures.hasNext()) {
            PGPSignature each = signatures.next();
            if (wanted.test(each) && isOurs(each) && isStrong(each) && verifies(each, primary, check)) {
                good.add(each);
            }
        }
        return good;
    }

    private boolean isOurs(PGPSignature signature) {
        return signature.getVersion() >= 4
                && signature.getHashedSubPackets().hasSubpacket(SignatureSubpacketTags.CREATION_TIME)
                && signature.hasKeyIdentifier(primary.getKeyIdentifier());
    }

    /** A revocation is believed with a weak hash too: the doubt is the key's. */
    static boolean isStrong(PGPSignature signature) {
        if (signature.getHashAlgorithm() == HashAlgorithmTags.SHA1) {
            return PGPSignature.isRevocation(signature.getSignatureType())
                    || signature.getCreationTime().toInstant().isBefore(END_OF_SHA1);
        }
        return STRONG.contains(signature.getHashAlgorithm());
    }

    private boolean verifies(PGPSignature signature, PGPPublicKey by, Check check) {
        if (verified++ >= MOST_VERIFIED) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), by);
            return check.passes(signature);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private interface Check {
        boolean passes(PGPSignature signature) throws PGPException;
    }
}
