package org.embargo.openpgp;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.bouncycastle.apache.bzip2.CBZip2InputStream;

/** The content of a compressed data packet (RFC 9580 section 5.6), bounded against bombs. */
final class Decompression {

    private static final int NONE = 0;
    private static final int DEFLATE = 1;
    private static final int ZLIB = 2;
    private static final int BZIP2 = 3;

    private Decompression() {}

    /**
     * A stream over what is inside {@code packet}; it ends in a {@link RefusedException} when there is more than
     * {@code limitBytes}, or what is compressed is damaged.
     */
    static InputStream of(InputStream packet, long limitBytes) throws IOException {
        return new Bounded(decompressed(packet), limitBytes);
    }

    private static InputStream decompressed(InputStream packet) throws IOException {
        int algorithm = packet.read();
        return switch (algorithm) {
            case NONE -> packet;
            case DEFLATE -> new Raw(packet);
            case ZLIB -> new Inflating(packet, new Inflater());
            case BZIP2 -> bzip2(packet);
            default ->
                throw new RefusedException(algorithm < 0 ? OpeningFailure.MALFORMED : OpeningFailure.UNSUPPORTED);
        };
    }

    private static InputStream bzip2(InputStream packet) throws IOException {
        try {
            return new CBZip2InputStream(packet);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(OpeningFailure.MALFORMED, e);
        }
    }

    /** Frees the inflater's memory at the end, not only on close. */
    private static class Inflating extends InflaterInputStream {

        Inflating(InputStream in, Inflater inflater) {
            super(in, inflater, 1 << 13);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (ZipException | EOFException e) {
                throw new RefusedException(OpeningFailure.MALFORMED, e);
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /** Deflate without a frame: zlib wants one more octet than there is. */
    private static final class Raw extends Inflating {

        private boolean ended;

        Raw(InputStream in) {
            super(in, new Inflater(true));
        }

        @Override
        protected void fill() throws IOException {
            len = in.read(buf, 0, buf.length);
            if (len < 0 && !ended) {
                ended = true;
                buf[0] = 0;
                len = 1;
            }
            if (len < 0) {
                throw new EOFException();
            }
            inf.setInput(buf, 0, len);
        }
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long limitBytes) {
            super(in);
            this.left = limitBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = readDamaged(bytes, offset, length);
            left -= Math.max(count, 0);
            if (left < 0) {
                throw new RefusedException(OpeningFailure.LIMIT);
            }
            return count;
        }

        /** Bouncy Castle's bzip2 answers damage with whatever exception comes. */
        private int readDamaged(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (RefusedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw new RefusedException(OpeningFailure.MALFORMED, e);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
