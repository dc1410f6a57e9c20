package org.embargo.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.bcpg.CRC24;
import org.bouncycastle.bcpg.FastCRC24;

/**
 * Writes ASCII armor (RFC 9580 section 6) with CRLF line ends, no headers, and the checksum that old programs expect.
 * {@link #close()} writes the tail and leaves what is underneath open. One thread.
 */
final class ArmorWriter extends OutputStream {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;
    private final String kind;
    private final OutputStream encoded;
    private final CRC24 checksum = new FastCRC24();

    /** @param kind such as {@code MESSAGE} */
    ArmorWriter(OutputStream out, String kind) throws IOException {
        this.out = out;
        this.kind = kind;
        this.encoded = Base64.getMimeEncoder(64, LINE_END).wrap(new Unclosed(out));
        line("-----BEGIN PGP " + kind + "-----");
        line("");
    }

    static String armored(byte[] packets, String kind) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(packets.length * 3 / 2 + 100);
        try (ArmorWriter armor = new ArmorWriter(text, kind)) {
            armor.write(packets);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void write(int single) throws IOException {
        checksum.update(single);
        encoded.write(single);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int i = offset;
        for (; i + 3 <= end; i += 3) {
            checksum.update3(bytes, i);
        }
        for (; i < end; i++) {
            checksum.update(bytes[i]);
        }
        encoded.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        encoded.close();
        line("");
        int value = checksum.getValue();
        byte[] three = {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
        line("=" + Base64.getEncoder().encodeToString(three));
        line("-----END PGP " + kind + "-----");
        out.flush();
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write(LINE_END);
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
