package org.embargo.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.embargo.content.Content;

/**
 * The same for each arrival of one mail: over From, Date, Subject and the body's bytes with what says how to read them,
 * none of the trace fields, in whatever order the header stands. Bytes that were declared otherwise are another mail:
 * whoever sent them first, unreadable, would have the report swallowed.
 */
final class ContentDigest {

    private static final List<String> FIELDS =
            List.of("from", "date", "subject", "content-type", "content-transfer-encoding");

    private ContentDigest() {}

    static String of(Content mail, PartHeader header) throws IOException {
        MessageDigest digest = sha256();
        for (String name : FIELDS) {
            for (String value : header.all(name)) {
                digest.update((name + ":" + value + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream in = new BufferedInputStream(mail.open(), 1 << 16);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            skipHeader(in);
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Up to and with the first empty line; a mail without one has no body. */
    private static void skipHeader(InputStream in) throws IOException {
        boolean lineIsEmpty = true;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n' && lineIsEmpty) {
                return;
            }
            lineIsEmpty = next == '\n' || (lineIsEmpty && next == '\r');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
