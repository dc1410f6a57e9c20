package org.embargo.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Text as encoded words (RFC 2047 section 2), each whole in itself: no character is torn apart between two. */
final class EncodedWords {

    /** So that name of field and first word fit a line of 78 columns. */
    private static final int MOST_BYTES = 39;

    private EncodedWords() {}

    static String of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        text.codePoints().forEach(point -> {
            String next = Character.toString(point);
            if (utf8(chunk + next).length > MOST_BYTES) {
                words.add(word(chunk.toString()));
                chunk.setLength(0);
            }
            chunk.append(next);
        });
        words.add(word(chunk.toString()));
        return String.join(" ", words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(text)) + "?=";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
