package org.embargo.mail;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.embargo.content.Content;

/** Gives each bare LF the CR that it lost on the way; everything else passes as it is. */
final class CanonicalLines extends FilterInputStream {

    private int last = -1;
    private boolean lineFeedPending;

    CanonicalLines(InputStream in) {
        super(new BufferedInputStream(in, 1 << 16));
    }

    static boolean hasBareLineFeeds(Content content) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open(), 1 << 16)) {
            int last = -1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n' && last != '\r') {
                    return true;
                }
                last = next;
            }
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        if (lineFeedPending) {
            lineFeedPending = false;
            last = '\n';
            return last;
        }
        int next = super.read();
        if (next == '\n' && last != '\r') {
            lineFeedPending = true;
            last = '\r';
        } else {
            last = next;
        }
        return last;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            bytes[offset + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
