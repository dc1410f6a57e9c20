package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.content.SpoolFolder;
import org.embargo.openpgp.PacketReader.Packet;

/**
 * One walk over the packets of a message without its encryption: {@code [OPS|Sig]* Compressed? Literal Sig*}, in each
 * layer of compression again. Anything else is refused, so that nothing is shown beside what was signed.
 */
final class MessageWalk {

    /** Room beside the content for signatures, in what comes out of a compression. */
    private static final long OVERHEAD_BYTES = 1 << 20;

    private final OpenPgpPolicy policy;
    private final SpoolFolder spools;
    private final List<Optional<byte[]>> signatures = new ArrayList<>();
    private Content content = Content.of(new byte[0]);
    private boolean binary;

    MessageWalk(OpenPgpPolicy policy, SpoolFolder spools) {
        this.policy = policy;
        this.spools = spools;
    }

    void over(PacketReader packets) throws IOException {
        layer(packets, 0);
    }

    Content content() {
        return content;
    }

    boolean isBinary() {
        return binary;
    }

    /** Bodies of the signature packets, in order; empty for one that was announced and did not come. */
    List<Optional<byte[]>> signatures() {
        return signatures;
    }

    private void layer(PacketReader packets, int depth) throws IOException {
        int announced = 0;
        while (packets.isNext(PacketReader.ONE_PASS) || packets.isNext(PacketReader.SIGNATURE)) {
            Packet packet = packets.next().orElseThrow();
            byte[] body = packet.small();
            if (packet.tag() == PacketReader.SIGNATURE) {
                add(Optional.of(body));
            } else {
                announced++;
            }
        }
        content(packets.next().orElseThrow(RefusedException::malformed), depth);
        for (int i = 0; i < announced; i++) {
            add(
                    packets.isNext(PacketReader.SIGNATURE)
                            ? Optional.of(packets.next().orElseThrow().small())
                            : Optional.empty());
        }
        if (packets.next().isPresent()) {
            throw RefusedException.malformed();
        }
    }

    private void add(Optional<byte[]> signature) throws RefusedException {
        if (signatures.size() == policy.signatures()) {
            throw new RefusedException(OpeningFailure.LIMIT);
        }
        signatures.add(signature);
    }

    private void content(Packet packet, int depth) throws IOException {
        switch (packet.tag()) {
            case PacketReader.LITERAL -> literal(packet.body());
            case PacketReader.COMPRESSED -> compressed(packet.body(), depth + 1);
            case PacketReader.SESSION_KEY,
                    PacketReader.PASSWORD_SESSION_KEY,
                    PacketReader.UNPROTECTED,
                    PacketReader.PROTECTED,
                    PacketReader.GNUPG_AEAD -> throw new RefusedException(OpeningFailure.NESTED_ENCRYPTED);
            default -> throw RefusedException.malformed();
        }
    }

    private void compressed(InputStream body, int depth) throws IOException {
        if (depth > policy.layers()) {
            throw new RefusedException(OpeningFailure.LIMIT);
        }
        long limit = policy.contentLimitBytes() + OVERHEAD_BYTES;
        try (InputStream inside = Decompression.of(body, limit)) {
            layer(new PacketReader(new Lookahead(inside)), depth);
        }
    }

    /** Its file name and date are not looked at: nobody signs them. */
    private void literal(InputStream body) throws IOException {
        int format = body.read();
        int nameBytes = body.read();
        if (nameBytes < 0 || body.readNBytes(nameBytes + 4).length < nameBytes + 4) {
            throw RefusedException.malformed();
        }
        binary = format == 'b';
        try (Spool spool = spools.spool(policy.contentLimitBytes())) {
            body.transferTo(spool);
            content = spool.finish();
        }
    }
}
