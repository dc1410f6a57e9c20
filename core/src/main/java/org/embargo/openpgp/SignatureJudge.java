package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.content.Content;
import org.embargo.model.Fingerprint;

/**
 * Judges signatures, each at the time it was made: key bound and allowed to sign then, not revoked as compromised at any
 * time, hash and key strong enough, own expiry not passed, not in the future, over a document (type 0 or 1).
 *
 * <p>Safe for use by many threads.
 */
public final class SignatureJudge {

    private static final int LARGEST_SIGNATURES = 1 << 20;

    private final OpenPgpPolicy policy;

    public SignatureJudge(OpenPgpPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * A verdict for each signature in {@code signatures}, in order. One {@link SignatureState#BAD} when there is none in
     * it or it can't be read: what claims to be signed and is not must not look like unsigned.
     *
     * @param signed     exactly the bytes signed
     * @param signatures armored or binary
     */
    public List<Verdict> judgeDetached(Content signed, InputStream signatures, CertificateDirectory known, Instant now)
            throws IOException {
        return judgeDetached(signed, signatures, known, now, Set.of());
    }

    /**
     * The same for a desk that reads it: who gets a message may take its signature out of the encryption and send it
     * on as a detached one, so that the recipients it was made for count in every form.
     */
    public List<Verdict> judgeDetached(
            Content signed, InputStream signatures, CertificateDirectory known, Instant now, DeskKeys readers)
            throws IOException {
        return judgeDetached(signed, signatures, known, now, readers.fingerprints());
    }

    private List<Verdict> judgeDetached(
            Content signed, InputStream signatures, CertificateDirectory known, Instant now, Set<Fingerprint> readers)
            throws IOException {
        byte[] bytes = signatures.readNBytes(LARGEST_SIGNATURES);
        try {
            List<Optional<byte[]>> packets = signaturePackets(bytes);
            return packets.isEmpty()
                    ? List.of(SignatureInHand.unreadable())
                    : judge(packets, new SignatureInHand.Judging(policy, signed, known, now, readers));
        } catch (RefusedException e) {
            return List.of(SignatureInHand.unreadable());
        }
    }

    /**
     * The text of a block in the cleartext signature framework (RFC 9580 section 7) and what its signatures are worth.
     * Empty where it has not that form, or has armor headers that the framework doesn't know.
     *
     * @param block from {@code -----BEGIN PGP SIGNED MESSAGE-----} to the end of its signature, in the charset it came in
     */
    public Optional<CleartextMessage> judgeCleartext(byte[] block, CertificateDirectory known, Instant now)
            throws IOException {
        return judgeCleartext(block, known, now, Set.of());
    }

    /** The same for a desk that reads it. */
    public Optional<CleartextMessage> judgeCleartext(
            byte[] block, CertificateDirectory known, Instant now, DeskKeys readers) throws IOException {
        return judgeCleartext(block, known, now, readers.fingerprints());
    }

    private Optional<CleartextMessage> judgeCleartext(
            byte[] block, CertificateDirectory known, Instant now, Set<Fingerprint> readers) throws IOException {
        Optional<CleartextBlock> parsed = CleartextBlock.parse(block);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        Content text = parsed.get().text();
        try (InputStream signatures = parsed.get().signatures().open()) {
            return Optional.of(new CleartextMessage(text, judgeDetached(text, signatures, known, now, readers)));
        }
    }

    /** Verdicts on signature packets, in order; a missing one is bad. */
    List<Verdict> judge(List<Optional<byte[]>> signatures, SignatureInHand.Judging judging) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        for (Optional<byte[]> each : signatures) {
            verdicts.add(each.isEmpty() ? SignatureInHand.unreadable() : SignatureInHand.verdict(each.get(), judging));
        }
        return verdicts;
    }

    private List<Optional<byte[]>> signaturePackets(byte[] bytes) throws IOException {
        List<Optional<byte[]>> packets = new ArrayList<>();
        if (bytes.length > 0 && bytes[0] < 0) {
            addPackets(new ByteArrayInputStream(bytes), packets);
            return packets;
        }
        ArmorReader armor = new ArmorReader(new ByteArrayInputStream(bytes));
        while (armor.nextBlock()) {
            addPackets(armor, packets);
        }
        return packets;
    }

    private void addPackets(InputStream in, List<Optional<byte[]>> packets) throws IOException {
        PacketReader reader = new PacketReader(in);
        while (reader.isNext(PacketReader.SIGNATURE) && packets.size() < policy.signatures()) {
            packets.add(Optional.of(reader.next().orElseThrow().small()));
        }
        if (reader.next().isPresent()) {
            throw RefusedException.malformed();
        }
    }
}
