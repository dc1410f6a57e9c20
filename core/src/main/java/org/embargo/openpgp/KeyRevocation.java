package org.embargo.openpgp;

import java.util.List;
import java.util.Objects;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * A revocation of a whole key that stands by itself, as {@code gpg --gen-revoke} writes it (RFC 9580 section 10.1.2). It is
 * worth something only for a certificate whose own key has signed it, which {@link Certificate#withRevocation} checks.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class KeyRevocation {

    private final PGPSignature signature;

    KeyRevocation(PGPSignature signature) {
        this.signature = Objects.requireNonNull(signature, "signature");
    }

    /** All in {@code bytes}, armored or binary, bounded as {@link Certificate#readAll} is. */
    public static List<KeyRevocation> readAll(byte[] bytes) {
        return CertificateReader.readRevocations(bytes);
    }

    /** Id of the key that it says it revokes. */
    public long keyId() {
        return signature.getKeyID();
    }

    PGPPublicKeyRing on(PGPPublicKeyRing certificate) throws PGPException {
        PGPPublicKey primary = certificate.getPublicKey();
        return PGPPublicKeyRing.insertPublicKey(certificate, PGPPublicKey.addCertification(primary, signature));
    }

    @Override
    public String toString() {
        return "revocation by " + Long.toHexString(keyId());
    }
}
