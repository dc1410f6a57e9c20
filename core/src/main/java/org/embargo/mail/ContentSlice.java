package org.embargo.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.embargo.content.Content;

/**
 * A stretch of some other content.
 *
 * @param from where it begins
 * @param to   where it ends, not included
 */
record ContentSlice(Content whole, long from, long to) implements Content {

    ContentSlice {
        if (from < 0 || to < from || to > whole.sizeBytes()) {
            throw new IllegalArgumentException("from " + from + " to " + to + " of " + whole.sizeBytes());
        }
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = whole.open();
        in.skipNBytes(from);
        return new Limited(in, to - from);
    }

    @Override
    public long sizeBytes() {
        return to - from;
    }

    @Override
    public String toString() {
        return "[withheld, " + sizeBytes() + " bytes]";
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        private Limited(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
