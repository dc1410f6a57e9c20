package org.embargo.openpgp;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.util.Arrays;

/** The session key packets of one message, and the search for the one that is for us. */
final class SessionKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<Integer, Integer> KEY_BYTES = Map.of(
            SymmetricKeyAlgorithmTags.IDEA, 16,
            SymmetricKeyAlgorithmTags.TRIPLE_DES, 24,
            SymmetricKeyAlgorithmTags.CAST5, 16,
            SymmetricKeyAlgorithmTags.BLOWFISH, 16,
            SymmetricKeyAlgorithmTags.AES_128, 16,
            SymmetricKeyAlgorithmTags.AES_192, 24,
            SymmetricKeyAlgorithmTags.AES_256, 32,
            SymmetricKeyAlgorithmTags.TWOFISH, 32);
    private static final Map<Integer, Integer> CAMELLIA_KEY_BYTES = Map.of(
            SymmetricKeyAlgorithmTags.CAMELLIA_128, 16,
            SymmetricKeyAlgorithmTags.CAMELLIA_192, 24,
            SymmetricKeyAlgorithmTags.CAMELLIA_256, 32);

    private final OpenPgpPolicy policy;
    private final List<byte[]> packets = new ArrayList<>();
    private int count;

    SessionKeys(OpenPgpPolicy policy) {
        this.policy = policy;
    }

    static boolean isWellFormed(PGPSessionKey key) {
        int bytes = KEY_BYTES.getOrDefault(key.getAlgorithm(), CAMELLIA_KEY_BYTES.getOrDefault(key.getAlgorithm(), 0));
        return bytes == key.getKey().length;
    }

    static int blockBytes(int algorithm) {
        return switch (algorithm) {
            case SymmetricKeyAlgorithmTags.IDEA,
                    SymmetricKeyAlgorithmTags.TRIPLE_DES,
                    SymmetricKeyAlgorithmTags.CAST5,
                    SymmetricKeyAlgorithmTags.BLOWFISH -> 8;
            default -> 16;
        };
    }

    /** Keeps a session key packet; a password-encrypted one is only counted, since passwords are never tried. */
    void add(PacketReader.Packet packet) throws IOException {
        if (count++ == policy.recipients()) {
            throw new RefusedException(OpeningFailure.LIMIT);
        }
        if (packet.tag() == PacketReader.SESSION_KEY) {
            packets.add(PacketReader.encoded(PacketReader.SESSION_KEY, packet.small()));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * The session key by which {@code data} is to be decrypted. Where a packet names one of our keys and that key can't
     * read it, a random one: the message then fails as one that was changed fails.
     *
     * @throws RefusedException when no packet is for us
     */
    PGPSessionKey find(ProtectedData data, DeskKeys keys) throws IOException {
        List<PGPPublicKeyEncryptedData> parsed = parse(data);
        List<Attempt> named = parsed.stream()
                .flatMap(packet -> keys.addressedBy(packet).stream().map(key -> new Attempt(packet, key)))
                .toList();
        Stream<Attempt> hidden = parsed.stream()
                .filter(packet -> packet.getKeyIdentifier().isWildcard())
                .flatMap(packet ->
                        keys.ofAlgorithm(packet.getAlgorithm()).stream().map(key -> new Attempt(packet, key)));
        Optional<PGPSessionKey> found = Stream.concat(named.stream(), hidden)
                .limit(policy.tries())
                .flatMap(each -> each.key().sessionKey(each.packet()).stream())
                .findFirst();
        if (found.isEmpty() && named.isEmpty()) {
            throw new RefusedException(OpeningFailure.NO_SECRET_KEY);
        }
        return found.orElseGet(() -> new PGPSessionKey(SymmetricKeyAlgorithmTags.AES_256, random()));
    }

    private record Attempt(PGPPublicKeyEncryptedData packet, DecryptionKey key) {}

    private static byte[] random() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    private List<PGPPublicKeyEncryptedData> parse(ProtectedData data) {
        return packets.stream()
                .flatMap(each -> parse(Arrays.concatenate(each, data.headPacket())))
                .toList();
    }

    /** Each by itself: one that Bouncy Castle can't read must not hide the others. */
    private static Stream<PGPPublicKeyEncryptedData> parse(byte[] packetAndHead) {
        try {
            PGPEncryptedData parsed = new PGPEncryptedDataList(packetAndHead).get(0);
            return parsed instanceof PGPPublicKeyEncryptedData packet ? Stream.of(packet) : Stream.empty();
        } catch (IOException | RuntimeException e) {
            return Stream.empty();
        }
    }
}
