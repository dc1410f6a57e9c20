package org.embargo.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Walks over a sequence of packets (RFC 9580 section 4.2), streaming their bodies. It trusts nothing: a body that ends
 * early is malformed, partial and indeterminate lengths stand only where the RFC has them.
 */
final class PacketReader {

    static final int SESSION_KEY = 1;
    static final int SIGNATURE = 2;
    static final int PASSWORD_SESSION_KEY = 3;
    static final int ONE_PASS = 4;
    static final int COMPRESSED = 8;
    static final int UNPROTECTED = 9;
    static final int MARKER = 10;
    static final int LITERAL = 11;
    static final int PROTECTED = 18;
    static final int GNUPG_AEAD = 20;
    static final int PADDING = 21;

    private static final Set<Integer> STREAMED = Set.of(COMPRESSED, UNPROTECTED, LITERAL, PROTECTED, GNUPG_AEAD);
    /** Larger than the signatures and session key packets there are, post-quantum ones included. */
    private static final int LARGEST_SMALL_BODY = 1 << 17;

    private static final int FIRST_UNCRITICAL = 40;

    /** One packet; its body is to be read before the next packet is asked for, what is left of it is skipped. */
    record Packet(int tag, InputStream body) {

        /** The whole body of a packet that is small by its kind. */
        byte[] small() throws IOException {
            byte[] bytes = body.readNBytes(LARGEST_SMALL_BODY);
            if (body.read() >= 0) {
                throw new RefusedException(OpeningFailure.LIMIT);
            }
            return bytes;
        }
    }

    private final InputStream in;
    private InputStream current = InputStream.nullInputStream();
    private Optional<Packet> ahead = Optional.empty();

    PacketReader(InputStream in) {
        this.in = in;
    }

    /** The next packet that means something: markers, padding and unknown uncritical packets are passed over. */
    Optional<Packet> next() throws IOException {
        Optional<Packet> packet = ahead.isPresent() ? ahead : nextWithMeaning();
        ahead = Optional.empty();
        return packet;
    }

    /** Whether the next packet is of that kind; it stays the next one. */
    boolean isNext(int tag) throws IOException {
        if (ahead.isEmpty()) {
            ahead = nextWithMeaning();
        }
        return ahead.filter(packet -> packet.tag() == tag).isPresent();
    }

    private Optional<Packet> nextWithMeaning() throws IOException {
        Optional<Packet> packet = nextOfAnyKind();
        while (packet.filter(PacketReader::meansNothing).isPresent()) {
            packet = nextOfAnyKind();
        }
        return packet;
    }

    private static boolean meansNothing(Packet packet) {
        return packet.tag() == MARKER || packet.tag() == PADDING || packet.tag() >= FIRST_UNCRITICAL;
    }

    private Optional<Packet> nextOfAnyKind() throws IOException {
        current.transferTo(OutputStream.nullOutputStream());
        int header = in.read();
        if (header < 0) {
            return Optional.empty();
        }
        if ((header & 0x80) == 0) {
            throw RefusedException.malformed();
        }
        boolean modern = (header & 0x40) != 0;
        int tag = modern ? header & 0x3f : header >> 2 & 0x0f;
        if (tag == 0) {
            throw RefusedException.malformed();
        }
        current = modern ? new Body(in, tag) : legacyBody(header & 3, tag);
        return Optional.of(new Packet(tag, current));
    }

    private InputStream legacyBody(int lengthType, int tag) throws IOException {
        if (lengthType < 3) {
            return new Body(in, number(1 << lengthType));
        }
        if (!STREAMED.contains(tag)) {
            throw RefusedException.malformed();
        }
        return in;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | octet(in);
        }
        return value;
    }

    private static int octet(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw RefusedException.malformed();
        }
        return next;
    }

    /** A packet in the form in which Bouncy Castle reads it. */
    static byte[] encoded(int tag, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream(body.length + 6);
        packet.write(0xc0 | tag);
        packet.write(0xff);
        for (int shift = 24; shift >= 0; shift -= 8) {
            packet.write(body.length >> shift);
        }
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** A body of known length, or in parts of known lengths. */
    private static final class Body extends InputStream {

        private final InputStream in;
        private final boolean mayBePartial;
        private long left;
        private boolean last;

        Body(InputStream in, long length) {
            this.in = in;
            this.mayBePartial = false;
            this.left = length;
            this.last = true;
        }

        Body(InputStream in, int tag) throws IOException {
            this.in = in;
            this.mayBePartial = STREAMED.contains(tag);
            startPart();
        }

        private void startPart() throws IOException {
            int first = octet(in);
            last = first < 224 || first == 255;
            if (!last && !mayBePartial) {
                throw RefusedException.malformed();
            }
            left = last ? wholeLength(first) : 1L << (first & 0x1f);
        }

        private long wholeLength(int first) throws IOException {
            if (first < 192) {
                return first;
            }
            if (first < 224) {
                return ((first - 192L) << 8) + octet(in) + 192;
            }
            return (long) octet(in) << 24 | octet(in) << 16 | octet(in) << 8 | octet(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (left == 0 && !last) {
                startPart();
            }
            if (left == 0) {
                return -1;
            }
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw RefusedException.malformed();
            }
            left -= count;
            return count;
        }
    }
}
