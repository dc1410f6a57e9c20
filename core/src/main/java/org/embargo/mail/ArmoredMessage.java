package org.embargo.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.embargo.content.Content;

/** Finds an armored message in a text too long to be held in memory. */
final class ArmoredMessage {

    private static final String HEAD = "-----BEGIN PGP MESSAGE-----";
    private static final String TAIL = "-----END PGP MESSAGE-----";
    private static final int LONGEST_LINE = 200;

    private ArmoredMessage() {}

    /** The first one, from its head line to its tail line; to the end where that is missing. */
    static Optional<ContentSlice> firstIn(Content text) throws IOException {
        try (InputStream in = new BufferedInputStream(text.open(), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            long head = -1;
            long at = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                at++;
                if (next != '\n') {
                    append(line, next);
                } else if (head < 0 && line.toString().strip().equals(HEAD)) {
                    head = at - 1 - line.length();
                    line.setLength(0);
                } else if (head >= 0 && line.toString().strip().equals(TAIL)) {
                    return Optional.of(new ContentSlice(text, head, at - 1));
                } else {
                    line.setLength(0);
                }
            }
            return head < 0 ? Optional.empty() : Optional.of(new ContentSlice(text, head, at));
        }
    }

    /** What is longer than any head line needs no more characters. */
    private static void append(StringBuilder line, int next) {
        if (line.length() < LONGEST_LINE) {
            line.append((char) next);
        }
    }
}
