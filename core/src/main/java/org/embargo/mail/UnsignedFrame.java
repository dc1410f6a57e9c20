package org.embargo.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands around an inline-signed text (charset, header, armor) is not signed: whoever gets a signed text can put it
 * into another frame, in which the same bytes say something else. Whatever could be read in two ways gives no orders.
 */
final class UnsignedFrame {

    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}:.*");
    private static final Pattern MIME_FIELD =
            Pattern.compile("(?:Content-[!-9;-~]{1,50}|MIME-Version):.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIT_OBJECT = Pattern.compile("(?:tree|object|commit) [0-9a-f]{40,64}");

    private UnsignedFrame() {}

    /**
     * Whether {@code text} is plainly the words of a letter: read in a charset that leaves ASCII as it is, and neither a
     * MIME part, whose own fields (From, To, encoding) would go unseen, nor an object of git, where committers sign the
     * words of others.
     *
     * @param charset that the frame declares
     */
    static boolean leavesAlone(String text, Optional<Charset> charset) {
        String start = text.stripLeading();
        return charset.map(UnsignedFrame::keepsAscii).orElse(true)
                && !beginsAsMimePart(start)
                && !GIT_OBJECT.matcher(firstLine(start)).matches();
    }

    private static boolean keepsAscii(Charset charset) {
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        // escape and shifts begin other characters in ISO 2022, which people use
        ascii[0x0e] = ' ';
        ascii[0x0f] = ' ';
        ascii[0x1b] = ' ';
        return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    private static boolean beginsAsMimePart(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (MIME_FIELD.matcher(line).matches()) {
                return true;
            }
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (!continued && !FIELD.matcher(line).matches()) {
                return false;
            }
        }
        return false;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
