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

/** Revokes keys as their owners do, and as others can't. */
public final class RevocationMaker {

    private final PGPSecretKeyRing ring;
    private final char[] passphrase;
    private final Instant at;

    /** @param secret of the key that signs, armored */
    public RevocationMaker(String secret, char[] passphrase, Instant at) {
        try {
            this.ring = new PGPSecretKeyRing(
                    PGPUtil.getDecoderStream(new ByteArrayInputStream(secret.getBytes(StandardCharsets.US_ASCII))),
                    new BcKeyFingerprintCalculator());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        this.passphrase = passphrase;
        this.at = at;
    }

    /** {@code certificate}, its primary key revoked as compromised; forged where it is not the signer's own. */
    public String revoked(Certificate certificate) {
        try {
            PGPPublicKeyRing whole = CertificateReader.ring(certificate.binary());
            PGPPublicKey primary = whole.getPublicKey();
            PGPPublicKey revoked = PGPPublicKey.addCertification(primary, signature(primary, certificate));
            return ArmorWriter.armored(
                    PGPPublicKeyRing.insertPublicKey(whole, revoked).getEncoded(), "PUBLIC KEY BLOCK");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The revocation alone, as {@code gpg --gen-revoke} writes it. */
    public String alone(Certificate certificate) {
        try {
            return ArmorWriter.armored(
                    signature(primary(certificate), certificate).getEncoded(), "PUBLIC KEY BLOCK");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code certificate} with all its subkeys revoked. */
    public String withoutSubkeys(Certificate certificate) {
        try {
            PGPPublicKeyRing whole = CertificateReader.ring(certificate.binary());
            for (PGPPublicKey each : whole) {
                if (!each.isMasterKey()) {
                    PGPSignature revocation =
                            generator(PGPSignature.SUBKEY_REVOCATION).generateCertification(whole.getPublicKey(), each);
                    whole = PGPPublicKeyRing.insertPublicKey(whole, PGPPublicKey.addCertification(each, revocation));
                }
            }
            return ArmorWriter.armored(whole.getEncoded(), "PUBLIC KEY BLOCK");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static PGPPublicKey primary(Certificate certificate) throws Exception {
        return CertificateReader.ring(certificate.binary()).getPublicKey();
    }

    /** It names the key that is revoked as its issuer, whoever signs. */
    private PGPSignature signature(PGPPublicKey revoked, Certificate certificate) {
        try {
            PGPSignatureGenerator generator = generator(PGPSignature.KEY_REVOCATION);
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(true, Date.from(at));
            hashed.setIssuerFingerprint(false, revoked);
            generator.setHashedSubpackets(hashed.generate());
            PGPSignatureSubpacketGenerator unhashed = new PGPSignatureSubpacketGenerator();
            unhashed.setIssuerKeyID(false, certificate.keyId());
            generator.setUnhashedSubpackets(unhashed.generate());
            return generator.generateCertification(revoked);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private PGPSignatureGenerator generator(int type) throws Exception {
        PGPPublicKey by = ring.getSecretKey().getPublicKey();
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(by.getAlgorithm(), HashAlgorithmTags.SHA512), by);
        generator.init(
                type,
                ring.getSecretKey()
                        .extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                                .build(passphrase)));
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, Date.from(at));
        hashed.setIssuerFingerprint(false, by);
        generator.setHashedSubpackets(hashed.generate());
        return generator;
    }
}
