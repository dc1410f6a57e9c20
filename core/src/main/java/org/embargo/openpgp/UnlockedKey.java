package org.embargo.openpgp;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;

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

    /**
     * {@code other} with this key's word for its first user id (RFC 9580 section 5.2.1.5); empty where this key can't give
     * it at {@code at}: its primary key lies elsewhere, has expired or is revoked.
     */
    Optional<byte[]> certified(Certificate other, Instant at) {
        ComponentKey primary = certificate.primary();
        return other.userIds().isEmpty() || !primary.isAliveAt(at)
                ? Optional.empty()
                : parts.stream()
                        .filter(part -> isSame(part, primary))
                        .findFirst()
                        .map(part -> certified(part, other, at));
    }

    private static byte[] certified(Part by, Certificate other, Instant at) {
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(by.publicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                    by.publicKey());
            generator.init(PGPSignature.POSITIVE_CERTIFICATION, by.privateKey());
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(true, Date.from(at));
            hashed.setIssuerFingerprint(false, by.publicKey());
            generator.setHashedSubpackets(hashed.generate());
            PGPPublicKeyRing ring = CertificateReader.ring(other.binary());
            PGPPublicKey primary = ring.getPublicKey();
            String userId = other.userIds().get(0).text();
            PGPPublicKey certified =
                    PGPPublicKey.addCertification(primary, userId, generator.generateCertification(userId, primary));
            return PGPPublicKeyRing.insertPublicKey(ring, certified).getEncoded();
        } catch (IOException | PGPException e) {
            throw new IllegalStateException("a key that was unlocked can't sign", e);
        }
    }

    private static boolean isSame(Part part, ComponentKey key) {
        return Arrays.equals(part.publicKey().getFingerprint(), key.key().getFingerprint());
    }

    @Override
    public String toString() {
        return "unlocked key " + certificate.fingerprint();
    }
}
