package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A certificate as {@code gpg --sign-key} leaves it: its first user id certified by another key. */
public final class CrossCertified {

    private CrossCertified() {}

    /**
     * The certificate with the word of another key, armored.
     *
     * @param secret of the key that certifies, armored
     */
    public static String armored(String secret, char[] passphrase, Certificate certified, Instant at) {
        try {
            PGPSecretKeyRing ring = new PGPSecretKeyRing(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(secret.getBytes(StandardCharsets.US_ASCII))),
                    new BcKeyFingerprintCalculator());
            PGPPublicKey by = ring.getSecretKey().getPublicKey();
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(by.getAlgorithm(), HashAlgorithmTags.SHA512), by);
            generator.init(
                    PGPSignature.DEFAULT_CERTIFICATION,
                    ring.getSecretKey()
                            .extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                                    .build(passphrase)));
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(true, Date.from(at));
            hashed.setIssuerFingerprint(false, by);
            generator.setHashedSubpackets(hashed.generate());
            PGPPublicKeyRing other = CertificateReader.ring(certified.binary());
            String userId = certified.userIds().get(0).text();
            PGPPublicKey primary = other.getPublicKey();
            PGPSignature signature = generator.generateCertification(userId, primary);
            PGPPublicKeyRing whole =
                    PGPPublicKeyRing.insertPublicKey(other, PGPPublicKey.addCertification(primary, userId, signature));
            return ArmorWriter.armored(whole.getEncoded(), "PUBLIC KEY BLOCK");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
