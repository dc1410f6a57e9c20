package org.embargo.letters;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the body of a MIME part, 7-bit and such that nobody on the way has cause to change it (RFC 3156 section 3):
 * as it is where that is safe, since people read it with gpg alone too, and quoted-printable otherwise.
 *
 * @param encoding value of Content-Transfer-Encoding
 * @param text     ASCII, lines ending in CRLF
 */
record BodyText(String encoding, String text) {

    /** RFC 2045 section 6.7: with the soft line break, 76. */
    private static final int LONGEST_ENCODED = 75;
    /** Far below the 998 of RFC 5322, far above what is wrapped. */
    private static final int LONGEST_PLAIN = 500;

    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

    /** @param text lines ending in LF */
    static BodyText of(String text) {
        return isSafe(text)
                ? new BodyText("7bit", text.replace("\n", "\r\n"))
                : new BodyText("quoted-printable", quotedPrintable(text));
    }

    private static boolean isSafe(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (!isSafe(text, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return isSafe(text, start, text.length());
    }

    /** One line, gone through but once: texts are large, and go out many times. */
    private static boolean isSafe(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\t' && (c < ' ' || c >= 0x7f)) {
                return false;
            }
        }
        return end - start <= LONGEST_PLAIN && !isTouchedOnTheWay(text, start, end);
    }

    /** What mail servers rewrite, drop or take for the end: trailing blanks, From at the start, a lone dot. */
    private static boolean isTouchedOnTheWay(String text, int start, int end) {
        return end > start
                && (text.charAt(start) == '.'
                        || text.startsWith("From ", start)
                        || text.charAt(end - 1) == ' '
                        || text.charAt(end - 1) == '\t');
    }

    private static String quotedPrintable(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + text.length() / 4);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            encoded.append(line(lines[i])).append(i < lines.length - 1 ? "\r\n" : "");
        }
        return encoded.toString();
    }

    private static String line(String line) {
        StringBuilder encoded = new StringBuilder();
        int start = 0;
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            String next = token(bytes, i, false);
            if (encoded.length() - start + next.length() > LONGEST_ENCODED) {
                encoded.append("=\r\n");
                start = encoded.length();
            }
            // what a soft line break puts at the start of a line needs the same care
            encoded.append(token(bytes, i, encoded.length() == start));
        }
        return encoded.toString();
    }

    private static String token(byte[] bytes, int at, boolean first) {
        int octet = bytes[at] & 0xff;
        boolean blank = octet == ' ' || octet == '\t';
        boolean printable = octet > ' ' && octet < 0x7f && octet != '=';
        boolean touched = first && (octet == '.' || isFrom(bytes, at));
        return !touched && (printable || (blank && at < bytes.length - 1))
                ? String.valueOf((char) octet)
                : escaped(octet);
    }

    private static boolean isFrom(byte[] bytes, int at) {
        return bytes[at] == 'F'
                && Arrays.equals(bytes, at, Math.min(at + FROM.length, bytes.length), FROM, 0, FROM.length);
    }

    private static String escaped(int octet) {
        return String.format(Locale.ROOT, "=%02X", octet);
    }
}
