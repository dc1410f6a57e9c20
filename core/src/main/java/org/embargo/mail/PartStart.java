package org.embargo.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.content.Content;

/** Tells by its first bytes what some content is. */
final class PartStart {

    private static final int LOOKED_AT_BYTES = 1 << 12;
    private static final Pattern FIELD = Pattern.compile("\\A[!-9;-~]{1,100}:");
    private static final Pattern MIME_FIELD =
            Pattern.compile("\\A(?:Content-[!-9;-~]{1,50}|MIME-Version):", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARMORED_MESSAGE =
            Pattern.compile("(?:\\A|\\n)[ \\t]*-----BEGIN PGP MESSAGE(?:, PART [0-9/]{1,9})?-----[ \\t]*\\r?\\n");

    private PartStart() {}

    /** Whether it begins with a header field, as a MIME part does unless it has no fields at all. */
    static boolean hasHeader(Content content) throws IOException {
        String start = start(content);
        return FIELD.matcher(start).find() || start.startsWith("\n") || start.startsWith("\r\n") || start.isEmpty();
    }

    /** Whether it begins with a field that only MIME parts have. */
    static boolean hasMimeHeader(Content content) throws IOException {
        return MIME_FIELD.matcher(start(content)).find();
    }

    /** Whether it looks like an OpenPGP message rather than a key, a detached signature or something else. */
    static boolean isOpenPgpMessage(Content content) throws IOException {
        String start = start(content);
        return ARMORED_MESSAGE.matcher(start).find()
                || packetTag(start).filter(PartStart::opensMessage).isPresent();
    }

    /** Session keys, encrypted data, compressed data, one-pass signature. A lone signature packet is a detached one. */
    private static boolean opensMessage(int tag) {
        return tag == 1 || tag == 3 || tag == 4 || tag == 8 || tag == 9 || tag == 18 || tag == 20;
    }

    private static Optional<Integer> packetTag(String start) {
        if (start.isEmpty() || start.charAt(0) < 0x80) {
            return Optional.empty();
        }
        int first = start.charAt(0);
        return Optional.of((first & 0x40) != 0 ? first & 0x3f : (first & 0x3c) >> 2);
    }

    private static String start(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return new String(in.readNBytes(LOOKED_AT_BYTES), StandardCharsets.ISO_8859_1);
        }
    }
}
