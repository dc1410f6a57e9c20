package org.embargo.letters;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.embargo.content.Content;

/**
 * One MIME part: a text, or a file.
 *
 * @param type        value of Content-Type
 * @param encoding    value of Content-Transfer-Encoding; base64 is done while the part is written
 * @param disposition value of Content-Disposition; blank for none
 * @param content     for base64 the file itself, otherwise encoded already
 */
record Part(String type, String encoding, String disposition, Content content) {

    private static final String BASE64 = "base64";

    static Part text(String text) {
        BodyText body = BodyText.of(text);
        return new Part("text/plain; charset=utf-8", body.encoding(), "", ascii(body.text()));
    }

    /** A file of whatever kind, to be saved and not shown. */
    static Part file(String name, Content content) {
        return new Part("application/octet-stream", BASE64, attached(name), content);
    }

    /** An armored certificate (RFC 3156 section 7). */
    static Part certificate(String name, String armored) {
        return new Part("application/pgp-keys", "7bit", attached(name), ascii(armored));
    }

    /** An item for a calendar (RFC 5545). */
    static Part calendar(String name, String method, String item) {
        return new Part("text/calendar; charset=utf-8; method=" + method, "7bit", attached(name), ascii(item));
    }

    void describe(MailHeaders headers, String typeParameters) {
        headers.field("Content-Type", type + typeParameters).field("Content-Transfer-Encoding", encoding);
        if (!disposition.isEmpty()) {
            headers.field("Content-Disposition", disposition);
        }
    }

    void writeBody(OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            if (encoding.equals(BASE64)) {
                try (OutputStream encoded = Base64.getMimeEncoder().wrap(new KeptOpen(out))) {
                    in.transferTo(encoded);
                }
            } else {
                in.transferTo(out);
            }
        }
    }

    private static Content ascii(String text) {
        return Content.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String attached(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    /** Takes the end of the encoding for what it is: not the end of the message. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
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
