package org.embargo.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.embargo.content.Content;

/**
 * Encrypts for one reader at a time: to every encryption key of his certificate that is usable at that hour, with a
 * session key of its own, never to a hidden recipient. SEIPD version 1 with AES-256, version 2 where the certificate
 * advertises it; never compressed.
 *
 * <p>Safe for use by many threads.
 */
public final class Encryptor {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Chunks of 64 KiB (RFC 9580 section 5.13.2): a reader may release none before it is verified. */
    private static final int CHUNK_SIZE_OCTET = 10;

    /**
     * Writes the message in ASCII armor with CRLF line ends to {@code out}, which stays open. After an exception, what was
     * written is no message.
     */
    public void encrypt(SignedContent signed, Certificate reader, Instant now, OutputStream out)
            throws IOException, UnusableCertificateException {
        List<ComponentKey> keys = reader.encryptionKeysAt(now);
        if (keys.isEmpty()) {
            throw new UnusableCertificateException(reader.fingerprint(), "encrypt");
        }
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(cipher(reader.supportsSeipd2(now)));
        keys.forEach(each -> generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(each.key())));
        try (OutputStream armor = new ArmorWriter(out, "MESSAGE");
                OutputStream encrypted = generator.open(armor, new byte[1 << 16])) {
            signed.writePackets(encrypted);
        } catch (PGPException e) {
            throw new UnusableCertificateException(reader.fingerprint(), "encrypt");
        }
    }

    /** The same without a signature inside. */
    public void encrypt(Content content, Certificate reader, Instant now, OutputStream out)
            throws IOException, UnusableCertificateException {
        encrypt(SignedContent.unsigned(content), reader, now, out);
    }

    /** Java's own AES is the faster one, but it has no OCB. */
    private static PGPDataEncryptorBuilder cipher(boolean modern) {
        return modern
                ? new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithAEAD(AEADAlgorithmTags.OCB, CHUNK_SIZE_OCTET)
                        .setUseV6AEAD()
                        .setSecureRandom(RANDOM)
                : new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                        .setWithIntegrityPacket(true)
                        .setSecureRandom(RANDOM);
    }
}
