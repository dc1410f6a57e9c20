package org.embargo.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Encrypts to a key of the corpus what no decent tool would make. */
public final class OpenPgpMails {

    private OpenPgpMails() {}

    /** A PGP/MIME mail with {@code content} inside. */
    static byte[] encrypted(String content) throws IOException {
        return mail(armored(content));
    }

    static String armored(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return armored(bytes, CompressionAlgorithmTags.UNCOMPRESSED, bytes.length);
    }

    /** A PGP/MIME mail that decompresses to {@code size} zeros. */
    static byte[] bomb(int size) throws IOException {
        return mail(armored(new byte[1 << 16], CompressionAlgorithmTags.ZIP, size));
    }

    /** A message that is small until it is opened. */
    public static String packed(byte[] content) throws IOException {
        return armored(content, CompressionAlgorithmTags.ZIP, content.length);
    }

    private static byte[] mail(String armored) {
        String mail = """
                From: bob@reporter.example
                Subject: ...
                Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=outer

                --outer
                Content-Type: application/pgp-encrypted

                Version: 1

                --outer
                Content-Type: application/octet-stream

                %s
                --outer--
                """;
        return mail.formatted(armored)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String armored(byte[] chunk, int compression, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        try {
            encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey()));
        } catch (PGPException e) {
            throw new IOException(e);
        }
        try (OutputStream armor = ArmoredOutputStream.builder().clearHeaders().build(out);
                OutputStream encrypted = encryption.open(armor, new byte[1 << 12]);
                OutputStream compressed = new PGPCompressedDataGenerator(compression, 9).open(encrypted);
                OutputStream literal = new PGPLiteralDataGenerator()
                        .open(compressed, PGPLiteralData.BINARY, "", size, Date.from(Mails.NOW))) {
            for (int written = 0; written < size; written += chunk.length) {
                literal.write(chunk);
            }
        } catch (PGPException e) {
            throw new IOException(e);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static PGPPublicKey encryptionKey() throws IOException, PGPException {
        byte[] armored = MailCorpus.here().bytes("keys/project-public/project-ecc.asc");
        BcPGPPublicKeyRingCollection rings =
                new BcPGPPublicKeyRingCollection(PGPUtil.getDecoderStream(new java.io.ByteArrayInputStream(armored)));
        PGPPublicKey found = null;
        for (PGPPublicKey key : rings.getKeyRings().next()) {
            found = key.isEncryptionKey() && !key.isMasterKey() ? key : found;
        }
        return java.util.Objects.requireNonNull(found, "no encryption key in the corpus");
    }
}
