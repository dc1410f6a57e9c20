package org.embargo.letters;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.embargo.content.Content;
import org.embargo.model.Randomness;
import org.embargo.openpgp.DetachedSignature;

/**
 * Writes MIME entities, lines ending in CRLF. Boundaries are random: no text can hold one, and they tell nothing.
 *
 * <p>Safe for use by many threads.
 */
final class MimeWriter {

    /** Steps of size of what is padded, so that patches and texts of much the same size look the same from outside. */
    static final int PADDED_TO = 16 * 1024;

    private static final String PADDING_LINE = " ".repeat(76) + "\r\n";

    private final Randomness randomness;

    MimeWriter(Randomness randomness) {
        this.randomness = randomness;
    }

    /** What puts a body behind its header fields. */
    interface Body<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }

    /**
     * Writes {@code parts} as one entity.
     *
     * @param headers    fields before the ones that describe the content
     * @param parameters added to the Content-Type at the root; each begins with a semicolon
     */
    void entity(MailHeaders headers, List<Part> parts, String parameters, OutputStream out) throws IOException {
        if (parts.size() == 1) {
            parts.get(0).describe(headers, parameters);
            head(headers, out);
            parts.get(0).writeBody(out);
            return;
        }
        mixed(headers, parts, parameters, out);
    }

    /**
     * As {@link #entity}, filled up to whole steps of {@value #PADDED_TO} bytes by blanks behind the last boundary, where
     * every reader passes over them (RFC 2046 section 5.1.1).
     */
    void padded(MailHeaders headers, List<Part> parts, String parameters, OutputStream out) throws IOException {
        CountedBytes counted = new CountedBytes(out);
        mixed(headers, parts, parameters, counted);
        int missing = (int) (PADDED_TO - counted.count() % PADDED_TO) % PADDED_TO;
        StringBuilder blanks = new StringBuilder();
        while (blanks.length() + PADDING_LINE.length() <= missing) {
            blanks.append(PADDING_LINE);
        }
        counted.write(ascii(blanks + " ".repeat(missing - blanks.length())));
    }

    private void mixed(MailHeaders headers, List<Part> parts, String parameters, OutputStream out) throws IOException {
        String boundary = boundary();
        head(headers.field("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"" + parameters), out);
        for (Part part : parts) {
            MailHeaders own = new MailHeaders();
            part.describe(own, "");
            part(boundary, own, part::writeBody, out);
        }
        end(boundary, out);
    }

    /** A whole mail of type multipart/encrypted (RFC 3156 section 4). */
    <X extends Exception> void encrypted(MailHeaders headers, Body<X> armoredMessage, OutputStream out)
            throws IOException, X {
        String boundary = boundary();
        headers.field(
                "Content-Type",
                "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"" + boundary + "\"");
        head(headers, out);
        MailHeaders version = new MailHeaders().field("Content-Type", "application/pgp-encrypted");
        part(boundary, version, to -> to.write(ascii("Version: 1\r\n")), out);
        MailHeaders message = new MailHeaders()
                .field("Content-Type", "application/octet-stream; name=\"encrypted.asc\"")
                .field("Content-Disposition", "inline; filename=\"encrypted.asc\"");
        part(boundary, message, armoredMessage, out);
        end(boundary, out);
    }

    /** A whole mail of type multipart/signed (RFC 3156 section 5); {@code signed} stands in it byte for byte. */
    void signed(MailHeaders headers, Content signed, DetachedSignature signature, OutputStream out) throws IOException {
        String boundary = boundary();
        headers.field(
                "Content-Type",
                "multipart/signed; micalg=" + signature.micalg()
                        + "; protocol=\"application/pgp-signature\"; boundary=\"" + boundary + "\"");
        head(headers, out);
        delimit(boundary, out);
        copy(signed, out);
        MailHeaders own = new MailHeaders()
                .field("Content-Type", "application/pgp-signature; name=\"signature.asc\"")
                .field("Content-Disposition", "attachment; filename=\"signature.asc\"");
        part(boundary, own, to -> to.write(ascii(signature.armored())), out);
        end(boundary, out);
    }

    private <X extends Exception> void part(String boundary, MailHeaders headers, Body<X> body, OutputStream out)
            throws IOException, X {
        delimit(boundary, out);
        head(headers, out);
        body.writeTo(out);
    }

    private static void copy(Content content, OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(out);
        }
    }

    private static void head(MailHeaders headers, OutputStream out) throws IOException {
        out.write(headers.bytes());
        out.write(ascii("\r\n"));
    }

    private static void delimit(String boundary, OutputStream out) throws IOException {
        out.write(ascii("\r\n--" + boundary + "\r\n"));
    }

    private static void end(String boundary, OutputStream out) throws IOException {
        out.write(ascii("\r\n--" + boundary + "--\r\n"));
    }

    /** How much was written. */
    private static final class CountedBytes extends FilterOutputStream {

        private long count;

        CountedBytes(OutputStream out) {
            super(out);
        }

        long count() {
            return count;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }

    private String boundary() {
        return randomness.token().value();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
