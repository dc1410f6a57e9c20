package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what lies in ASCII armor (RFC 9580 section 6), as sloppy as it comes: indented, with blank lines, blanks at line
 * ends, lines of any length, without a tail. The checksum is not looked at: RFC 9580 forbids refusing data for it, and
 * every message that is opened proves its integrity itself.
 *
 * <p>One block at a time, {@link #nextBlock()} first. Streams; one thread.
 */
final class ArmorReader extends InputStream {

    private static final String HEAD = "-----BEGIN PGP ";
    private static final int LONGEST_HEADER = 900;
    private static final byte[] VALUES = values();

    private final Lookahead in;
    private int group;
    private int available;
    private boolean inBlock;

    ArmorReader(InputStream in) {
        this(new Lookahead(in));
    }

    private ArmorReader(Lookahead in) {
        this.in = in;
    }

    /** Binary data as it is, armored data without its armor. */
    static InputStream dearmored(InputStream message) throws IOException {
        Lookahead in = new Lookahead(message);
        // every packet begins with its high bit set, no text of an armor does
        if (in.peek(0) >= 0x80) {
            return in;
        }
        ArmorReader armor = new ArmorReader(in);
        if (!armor.nextBlock()) {
            throw RefusedException.malformed();
        }
        return armor;
    }

    /** Goes to the content of the next block, if there is one. */
    boolean nextBlock() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        while (in.peek(0) >= 0) {
            String line = line();
            if (line.startsWith(HEAD) && line.endsWith("-----")) {
                skipHeaders();
                inBlock = true;
                return true;
            }
        }
        return false;
    }

    /** Up to the blank line; where that is missing, up to the first line that is no header. */
    private void skipHeaders() throws IOException {
        while (isHeader()) {
            line();
        }
    }

    private boolean isHeader() throws IOException {
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int next = in.peek(i);
            if (next < 0 || next == '\n') {
                return false;
            }
            if (next == ':') {
                return true;
            }
        }
        return false;
    }

    /** The next line without blanks around it; of an overlong one, the beginning. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() < LONGEST_HEADER) {
                line.append((char) next);
            }
        }
        return line.toString().trim();
    }

    @Override
    public int read() throws IOException {
        if (available == 0) {
            decodeGroup();
        }
        return available == 0 ? -1 : (group >> (8 * --available)) & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        for (int count = 0; count < length; count++) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            bytes[offset + count] = (byte) next;
        }
        return length;
    }

    /** Takes four characters of base64; fewer only before padding, a checksum, the tail line or the end. */
    private void decodeGroup() throws IOException {
        group = 0;
        int characters = 0;
        while (inBlock && characters < 4) {
            int next = in.read();
            if (next < 0 || next == '-' || next == '=') {
                inBlock = false;
            } else if (next > ' ') {
                group = group << 6 | valueOf(next);
                characters++;
            }
        }
        if (characters == 1) {
            throw RefusedException.malformed();
        }
        available = Math.max(0, characters - 1);
        group = (group << (6 * (4 - characters))) >> (8 * (3 - available));
    }

    private static int valueOf(int character) throws IOException {
        int value = character < VALUES.length ? VALUES[character] : -1;
        if (value < 0) {
            throw RefusedException.malformed();
        }
        return value;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        byte[] alphabet =
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < alphabet.length; i++) {
            values[alphabet[i]] = (byte) i;
        }
        return values;
    }
}
