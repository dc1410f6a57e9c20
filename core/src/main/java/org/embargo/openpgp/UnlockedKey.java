package org.embargo.openpgp;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;

/** A secret key with its subkeys, unlocked; parts whose secret lies elsewhere (on a card) are left out. */
record UnlockedKey(Certificate certificate, List<Part> parts) {

    record Part(PGPPublicKey publicKey, PGPPrivateKey privateKey) {}

    UnlockedKey {
        parts = List.copyOf(parts);
    }

    /** By algorithm alone: an expired or revoked key, or one whose flags changed, still opens mail. */
    Stream<DecryptionKey> decryptionKeys() {
        return parts.stream()
                .filter(each -> ComponentKey.canDecryptByKind(each.publicKey().getAlgorithm()))
                .map(each -> new DecryptionKey(each.publicKey(), each.privateKey()));
    }

    Optional<Signer> signer(Instant now) {
        return certificate.signingKeysAt(now).stream()
                .flatMap(key -> parts.stream().filter(part -> isSame(part, key)))
                .findFirst()
                .map(part -> new Signer(part.publicKey(), part.privateKey(), now));
    }

    private static boolean isSame(Part part, ComponentKey key) {
        return Arrays.equals(part.publicKey().getFingerprint(), key.key().getFingerprint());
    }

    @Override
    public String toString() {
        return "unlocked key " + certificate.fingerprint();
    }
}
