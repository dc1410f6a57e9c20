package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.Packet;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.SessionKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.jcajce.JceSessionKeyDataDecryptorFactoryBuilder;
import org.bouncycastle.util.Arrays;
import org.embargo.content.Content;
import org.embargo.content.Spool;

/**
 * One encrypted data packet that protects its integrity: SEIPD version 1 or 2 (RFC 9580 section 5.13), or GnuPG's packet
 * 20. Decrypts all of it and verifies it before anything is looked at.
 */
final class ProtectedData {

    private static final Set<Integer> AES = Set.of(
            SymmetricKeyAlgorithmTags.AES_128, SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_256);

    private static final Map<Integer, Integer> NONCE_BYTES =
            Map.of(AEADAlgorithmTags.EAX, 16, AEADAlgorithmTags.OCB, 15);

    private final int tag;
    /** Version and parameters. */
    private final byte[] head;

    private final InputStream body;

    private ProtectedData(int tag, byte[] head, InputStream body) {
        this.tag = tag;
        this.head = head;
        this.body = body;
    }

    /** @throws RefusedException when the packet is of a version or algorithm that we do not read */
    static ProtectedData of(PacketReader.Packet packet) throws IOException {
        byte[] version = exactly(1, packet.body());
        boolean modern = packet.tag() == PacketReader.PROTECTED;
        byte[] fields;
        if (modern && version[0] == SymmetricEncIntegrityPacket.VERSION_1) {
            fields = new byte[0];
        } else if (modern && version[0] == SymmetricEncIntegrityPacket.VERSION_2) {
            fields = exactly(35, packet.body());
        } else if (!modern && version[0] == AEADEncDataPacket.VERSION_1) {
            fields = gnupgFields(packet.body());
        } else {
            throw new RefusedException(OpeningFailure.UNSUPPORTED);
        }
        return new ProtectedData(packet.tag(), Arrays.concatenate(version, fields), packet.body());
    }

    private static byte[] gnupgFields(InputStream body) throws IOException {
        byte[] algorithms = exactly(3, body);
        int nonceBytes = NONCE_BYTES.getOrDefault((int) algorithms[1], 0);
        if (nonceBytes == 0) {
            throw new RefusedException(OpeningFailure.UNSUPPORTED);
        }
        return Arrays.concatenate(algorithms, exactly(nonceBytes, body));
    }

    private static byte[] exactly(int count, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw RefusedException.malformed();
        }
        return bytes;
    }

    /** The packet without its content: what session key packets must know of it. */
    byte[] headPacket() {
        return PacketReader.encoded(tag, head);
    }

    /**
     * Decrypts to the end and verifies. Whatever goes wrong, the answer is that integrity failed: a session key that
     * doesn't fit must look like a message that was changed.
     */
    Content decrypt(PGPSessionKey key, Spool spool) throws IOException {
        try (spool;
                Verified clear = new Verified(clear(key))) {
            if (isVersion1()) {
                ModificationDetection.strip(clear, blockBytes(key), spool);
            } else {
                clear.transferTo(spool);
            }
            return spool.finish();
        }
    }

    private boolean isVersion1() {
        return tag == PacketReader.PROTECTED && head[0] == SymmetricEncIntegrityPacket.VERSION_1;
    }

    private static int blockBytes(PGPSessionKey key) {
        return SessionKeys.blockBytes(key.getAlgorithm());
    }

    private InputStream clear(PGPSessionKey key) throws IOException {
        try {
            if (isVersion1()) {
                return ciphers(key)
                        .createDataDecryptor(true, key.getAlgorithm(), key.getKey())
                        .getInputStream(body);
            }
            return authenticated(key);
        } catch (PGPException | RuntimeException e) {
            throw new RefusedException(OpeningFailure.INTEGRITY, e);
        }
    }

    private InputStream authenticated(PGPSessionKey key) throws IOException, PGPException {
        Packet parameters = new BCPGInputStream(new ByteArrayInputStream(headPacket())).readPacket();
        SessionKeyDataDecryptorFactory ciphers = new BcSessionKeyDataDecryptorFactory(key);
        return (parameters instanceof SymmetricEncIntegrityPacket modern
                        ? ciphers.createDataDecryptor(modern, key)
                        : ciphers.createDataDecryptor((AEADEncDataPacket) parameters, key))
                .getInputStream(body);
    }

    /** Java's own AES is the faster one; other ciphers only Bouncy Castle has. */
    private static SessionKeyDataDecryptorFactory ciphers(PGPSessionKey key) {
        return AES.contains(key.getAlgorithm())
                ? new JceSessionKeyDataDecryptorFactoryBuilder().build(key)
                : new BcSessionKeyDataDecryptorFactory(key);
    }

    /** Any failure of decryption is one of integrity; what the packets underneath refuse keeps its name. */
    private static final class Verified extends InputStream {

        private final InputStream clear;

        Verified(InputStream clear) {
            this.clear = clear;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return clear.read(bytes, offset, length);
            } catch (RefusedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw new RefusedException(OpeningFailure.INTEGRITY, e);
            }
        }
    }
}
