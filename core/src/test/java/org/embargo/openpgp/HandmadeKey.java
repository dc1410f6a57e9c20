package org.embargo.openpgp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.embargo.content.Content;

/** A certificate whose every signature a test chooses: primary key and one subkey that signs. */
final class HandmadeKey {

    private static final byte[] USER_ID = "Eve <eve@team.example>".getBytes(StandardCharsets.US_ASCII);

    private final PGPKeyPair primary;
    private final PGPKeyPair subkey;
    private final Instant made;

    HandmadeKey(Instant made) throws PGPException {
        PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(4, Date.from(made));
        this.primary = pairs.generateLegacyEd25519KeyPair();
        this.subkey = pairs.generateLegacyEd25519KeyPair();
        this.made = made;
    }

    /** Primary key and user id, then whatever comes. */
    Certificate certificate(byte[]... subkeyPackets) throws Exception {
        PGPSignatureGenerator generator =
                generator(primary, PGPSignature.POSITIVE_CERTIFICATION, made, HandmadeKey::certifies);
        byte[] certification = generator
                .generateCertification("Eve <eve@team.example>", primary.getPublicKey())
                .getEncoded();
        byte[] userId = Packets.packet(13, USER_ID);
        return Certificate.read(Packets.joined(encoded(primary), userId, certification, Packets.joined(subkeyPackets)));
    }

    private static void certifies(PGPSignatureSubpacketGenerator hashed) {
        hashed.setKeyFlags(true, KeyFlags.CERTIFY_OTHER);
    }

    /** The subkey, not yet bound. */
    byte[] subkey() throws IOException {
        byte[] body = subkey.getPublicKey().getPublicKeyPacket().getEncodedContents();
        return Packets.packet(14, body);
    }

    private static byte[] encoded(PGPKeyPair pair) throws IOException {
        return Packets.packet(6, pair.getPublicKey().getPublicKeyPacket().getEncodedContents());
    }

    /** A subkey that agrees to it signs in the binding itself. */
    byte[] binding(Instant from, int flags, boolean agreed) throws Exception {
        PGPSignature back = generator(subkey, PGPSignature.PRIMARYKEY_BINDING, from, hashed -> {})
                .generateCertification(primary.getPublicKey(), subkey.getPublicKey());
        return generator(primary, PGPSignature.SUBKEY_BINDING, from, hashed -> {
                    hashed.setKeyFlags(true, flags);
                    if (agreed) {
                        embed(hashed, back);
                    }
                })
                .generateCertification(primary.getPublicKey(), subkey.getPublicKey())
                .getEncoded();
    }

    private static void embed(PGPSignatureSubpacketGenerator hashed, PGPSignature back) {
        try {
            hashed.addEmbeddedSignature(true, back);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] subkeyRevocation(Instant from, byte reason) throws Exception {
        return generator(
                        primary,
                        PGPSignature.SUBKEY_REVOCATION,
                        from,
                        hashed -> hashed.setRevocationReason(false, reason, ""))
                .generateCertification(primary.getPublicKey(), subkey.getPublicKey())
                .getEncoded();
    }

    /** By the subkey, over {@code content}. */
    byte[] signature(Content content, Instant at, Consumer<PGPSignatureSubpacketGenerator> more) throws Exception {
        PGPSignatureGenerator generator = generator(subkey, PGPSignature.BINARY_DOCUMENT, at, more);
        generator.update(content.bytes());
        return generator.generate().getEncoded();
    }

    private static PGPSignatureGenerator generator(
            PGPKeyPair by, int type, Instant at, Consumer<PGPSignatureSubpacketGenerator> more) throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(by.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                by.getPublicKey());
        generator.init(type, by.getPrivateKey());
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, Date.from(at));
        hashed.setIssuerFingerprint(false, by.getPublicKey());
        more.accept(hashed);
        generator.setHashedSubpackets(hashed.generate());
        return generator;
    }
}
