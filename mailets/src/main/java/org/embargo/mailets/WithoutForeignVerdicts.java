package org.embargo.mailets;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * A mail without the {@code Authentication-Results} fields it came with: anybody can write them, and nobody behind this
 * door shall take them for ours (RFC 8601 section 5). All other bytes pass unchanged. For one thread.
 */
final class WithoutForeignVerdicts extends InputStream {
    private static final String NAME = "authentication-results";
    private static final int LONGEST_PIECE_BYTES = 8192;

    private final BufferedInputStream in;
    private byte[] piece = new byte[0];
    private int next;
    private boolean inHeader = true;
    private boolean atLineStart = true;
    private boolean dropping;

    WithoutForeignVerdicts(InputStream in) {
        this.in = new BufferedInputStream(in, LONGEST_PIECE_BYTES);
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, target, offset, count);
        next += count;
        return count;
    }

    /** Makes the next piece ready; false at the end. */
    private boolean fill() throws IOException {
        while (next == piece.length) {
            piece = inHeader ? headerPiece() : in.readNBytes(LONGEST_PIECE_BYTES);
            next = 0;
            if (piece.length == 0) {
                return false;
            }
            if (inHeader && isDropped()) {
                next = piece.length;
            }
        }
        return true;
    }

    /** A line of the header, or a part of a very long one. */
    private byte[] headerPiece() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = 0;
        while (read != '\n' && line.size() < LONGEST_PIECE_BYTES) {
            read = in.read();
            if (read < 0) {
                break;
            }
            line.write(read);
        }
        return line.toByteArray();
    }

    private boolean isDropped() {
        String text = new String(piece, StandardCharsets.ISO_8859_1);
        if (atLineStart && text.isBlank() && !text.startsWith(" ") && !text.startsWith("\t")) {
            inHeader = false;
            return false;
        }
        boolean newField = atLineStart && !text.startsWith(" ") && !text.startsWith("\t");
        if (newField) {
            int colon = text.indexOf(':');
            dropping = colon > 0
                    && text.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(NAME);
        }
        atLineStart = text.endsWith("\n");
        return dropping;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
