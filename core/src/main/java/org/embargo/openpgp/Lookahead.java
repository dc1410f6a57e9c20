package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;

/** A stream that can be looked into some way ahead, without the locks of {@code BufferedInputStream}. One thread. */
final class Lookahead extends InputStream {

    static final int FARTHEST = 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 15];
    private int position;
    private int limit;

    Lookahead(InputStream in) {
        this.in = in;
    }

    /** The octet {@code ahead} places ahead, at most {@link #FARTHEST}; negative beyond the end. */
    int peek(int ahead) throws IOException {
        while (position + ahead >= limit) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position + ahead] & 0xff;
    }

    private boolean fill() throws IOException {
        if (position > buffer.length - FARTHEST - 1) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        } else if (position == limit) {
            position = 0;
            limit = 0;
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }

    @Override
    public int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (position == limit && !fill()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }
}
