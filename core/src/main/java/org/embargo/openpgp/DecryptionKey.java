package org.embargo.openpgp;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** One unlocked secret key that can decrypt. Safe for use by many threads. */
final class DecryptionKey {

    private final PGPPublicKey publicKey;
    private final PGPKeyPair pair;

    DecryptionKey(PGPPublicKey publicKey, PGPPrivateKey privateKey) {
        this.publicKey = publicKey;
        this.pair = new PGPKeyPair(publicKey, privateKey);
    }

    boolean isAddressedBy(PGPPublicKeyEncryptedData packet) {
        byte[] fingerprint = packet.getKeyIdentifier().getFingerprint();
        return fingerprint == null
                ? packet.getKeyIdentifier().getKeyId() == publicKey.getKeyID()
                : Arrays.equals(fingerprint, publicKey.getFingerprint());
    }

    boolean isOfAlgorithm(int algorithm) {
        return publicKey.getAlgorithm() == algorithm;
    }

    /** The session key in {@code packet}, if it was made for this key. Hostile packets raise what they like in there. */
    Optional<PGPSessionKey> sessionKey(PGPEncryptedData packet) {
        try {
            PGPSessionKey key =
                    ((PGPPublicKeyEncryptedData) packet).getSessionKey(new BcPublicKeyDataDecryptorFactory(pair));
            return Optional.of(key).filter(SessionKeys::isWellFormed);
        } catch (PGPException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
