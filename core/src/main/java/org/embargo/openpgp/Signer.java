package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.embargo.content.Content;

/** Signs with one key of a desk, unlocked, at one time. Safe for use by many threads. */
public final class Signer {

    private static final String MICALG = "pgp-sha512";

    private final PGPPublicKey publicKey;
    private final PGPPrivateKey privateKey;
    private final Instant now;

    Signer(PGPPublicKey publicKey, PGPPrivateKey privateKey, Instant now) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.now = now;
    }

    /** A detached binary signature over all bytes of {@code content}. */
    public DetachedSignature sign(Content content) throws IOException {
        try {
            byte[] signature = signature(generator(), content).getEncoded();
            return new DetachedSignature(ArmorWriter.armored(signature, "SIGNATURE"), MICALG);
        } catch (PGPException e) {
            throw new IllegalStateException("an unlocked key doesn't sign", e);
        }
    }

    /** {@code content} with a signature inside, to be encrypted for any number of readers. */
    public SignedContent signInside(Content content) throws IOException {
        try {
            PGPSignatureGenerator generator = generator();
            byte[] onePass = generator.generateOnePassVersion(false).getEncoded();
            return new SignedContent(
                    onePass, content, signature(generator, content).getEncoded());
        } catch (PGPException e) {
            throw new IllegalStateException("an unlocked key doesn't sign", e);
        }
    }

    private PGPSignatureGenerator generator() throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(publicKey.getAlgorithm(), HashAlgorithmTags.SHA512), publicKey);
        generator.init(PGPSignature.BINARY_DOCUMENT, privateKey);
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setIssuerFingerprint(false, publicKey);
        hashed.setSignatureCreationTime(true, Date.from(now));
        generator.setHashedSubpackets(hashed.generate());
        return generator;
    }

    private static PGPSignature signature(PGPSignatureGenerator generator, Content content)
            throws IOException, PGPException {
        try (InputStream in = content.open()) {
            byte[] buffer = new byte[1 << 14];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                generator.update(buffer, 0, count);
            }
        }
        return generator.generate();
    }
}
