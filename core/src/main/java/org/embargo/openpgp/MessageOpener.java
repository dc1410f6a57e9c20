package org.embargo.openpgp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.content.SpoolLimitException;
import org.embargo.model.Fingerprint;

/**
 * Opens OpenPGP messages: reads them to the end, verifies their integrity, and only then gives out content, all of it or
 * none.
 *
 * <p>Takes what RFC 9580 section 10.3 calls a message and nothing around it but markers and padding: one encryption
 * layer, integrity protected; inside {@code [OPS|Sig]* Compressed? Literal Sig*}. A session key that does not fit takes
 * the same path as a message that was changed. Safe for use by many threads.
 */
public final class MessageOpener {

    private final OpenPgpPolicy policy;
    private final SpoolFolder spools;
    private final SignatureJudge judge;

    public MessageOpener(OpenPgpPolicy policy, SpoolFolder spools) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.spools = Objects.requireNonNull(spools, "spools");
        this.judge = new SignatureJudge(policy);
    }

    /**
     * Opens a message that may be encrypted, or signed or compressed only.
     *
     * @param message armored (sloppily, too) or binary
     * @param keys    the desk's; no others are tried
     * @param known   certificates to verify signatures with
     * @throws IOException when {@code message} can't be read or the spool can't be written; never for what it holds
     */
    public Opening open(InputStream message, DeskKeys keys, CertificateDirectory known, Instant now)
            throws IOException {
        Source source = new Source(message);
        try {
            return read(source, keys, known, now);
        } catch (RefusedException e) {
            source.requireWhole();
            return new Opening.Unopened(e.failure());
        } catch (SpoolLimitException e) {
            return new Opening.Unopened(OpeningFailure.LIMIT);
        }
    }

    /** The same for a message that claims to be encrypted: {@link OpeningFailure#NOT_ENCRYPTED} when it is not. */
    public Opening openEncrypted(InputStream message, DeskKeys keys, CertificateDirectory known, Instant now)
            throws IOException {
        Opening opening = open(message, keys, known, now);
        return opening instanceof Opening.Opened opened && !opened.encrypted()
                ? new Opening.Unopened(OpeningFailure.NOT_ENCRYPTED)
                : opening;
    }

    private Opening read(InputStream message, DeskKeys keys, CertificateDirectory known, Instant now)
            throws IOException {
        PacketReader outer = new PacketReader(ArmorReader.dearmored(message));
        SessionKeys sessionKeys = new SessionKeys(policy);
        while (outer.isNext(PacketReader.SESSION_KEY) || outer.isNext(PacketReader.PASSWORD_SESSION_KEY)) {
            sessionKeys.add(outer.next().orElseThrow());
        }
        if (outer.isNext(PacketReader.UNPROTECTED)) {
            throw new RefusedException(OpeningFailure.NO_INTEGRITY_PROTECTION);
        }
        if (outer.isNext(PacketReader.PROTECTED) || outer.isNext(PacketReader.GNUPG_AEAD)) {
            return decrypted(outer, sessionKeys, keys, new Judging(known, now, keys.fingerprints()));
        }
        if (!sessionKeys.isEmpty()) {
            throw RefusedException.malformed();
        }
        return opened(outer, "", new Judging(known, now, keys.fingerprints()));
    }

    private Opening decrypted(PacketReader outer, SessionKeys sessionKeys, DeskKeys keys, Judging judging)
            throws IOException {
        ProtectedData data = ProtectedData.of(outer.next().orElseThrow());
        PGPSessionKey key = sessionKeys.find(data, keys);
        Content packets = data.decrypt(key, spools.spool(policy.messageLimitBytes()));
        if (outer.next().isPresent()) {
            throw RefusedException.malformed();
        }
        try (InputStream inner = packets.open()) {
            return opened(new PacketReader(new Lookahead(inner)), Digests.sha256Hex(key.getKey()), judging);
        }
    }

    private Opening opened(PacketReader packets, String sessionKeyDigest, Judging judging) throws IOException {
        MessageWalk walk = new MessageWalk(policy, spools);
        walk.over(packets);
        List<Verdict> verdicts = judge.judge(
                walk.signatures(),
                new SignatureInHand.Judging(policy, walk.content(), judging.known(), judging.now(), judging.readers()));
        return new Opening.Opened(
                walk.content(), !sessionKeyDigest.isEmpty(), verdicts, sessionKeyDigest, walk.isBinary());
    }

    private record Judging(CertificateDirectory known, Instant now, Set<Fingerprint> readers) {}

    /** Remembers that reading the message itself failed: that says nothing about what it holds. */
    private static final class Source extends FilterInputStream {

        private Optional<IOException> failure = Optional.empty();

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }

        void requireWhole() throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }
}
