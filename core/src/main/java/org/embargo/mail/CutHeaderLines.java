package org.embargo.mail;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts overlong lines in the header with which a mail begins, so that one of them does not cost the rest: the library
 * would read no further. The body passes untouched. One thread.
 */
final class CutHeaderLines extends FilterInputStream {

    private final Allowance allowance;
    private boolean inHeader = true;
    private int column;

    CutHeaderLines(InputStream in, Allowance allowance) {
        super(new BufferedInputStream(in, 1 << 16));
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        // room for CR and LF, so that the cut line has its end
        while (inHeader && column >= allowance.limits().lineBytes() - 2 && next >= 0 && next != '\r' && next != '\n') {
            allowance.exceed();
            next = super.read();
        }
        if (inHeader && next == '\n') {
            inHeader = column > 0;
            column = 0;
        } else if (next != '\r') {
            column++;
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!inHeader) {
            return super.read(bytes, offset, length);
        }
        int count = 0;
        while (count < length && inHeader) {
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
