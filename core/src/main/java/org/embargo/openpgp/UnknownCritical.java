package org.embargo.openpgp;

import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/** Subpackets that a signature's maker says one must understand, and that we don't (RFC 9580 section 5.2.3.7). */
final class UnknownCritical {

    private static final Set<Integer> UNDERSTOOD = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.EXPORTABLE,
            SignatureSubpacketTags.REVOCABLE,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT,
            SignatureSubpacketTags.SIGNER_USER_ID,
            SignatureSubpacketTags.POLICY_URL,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS,
            SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.FEATURES);

    private UnknownCritical() {}

    static boolean isIn(PGPSignatureSubpacketVector hashed) {
        return Arrays.stream(hashed.getCriticalTags()).anyMatch(tag -> !UNDERSTOOD.contains(tag));
    }
}
