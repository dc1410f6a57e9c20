package org.embargo.letters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.content.Content;

/** A mail as text, taken apart by its bytes alone. */
record Written(String text) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");

    static Written of(Content mail) throws IOException {
        return new Written(new String(mail.bytes(), StandardCharsets.ISO_8859_1));
    }

    /** The header section, folded as it stands. */
    String head() {
        return text.substring(0, text.indexOf("\r\n\r\n") + 2);
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    /** The value of the first field of that name, unfolded; empty text where there is none. */
    String field(String name) {
        Matcher matcher = Pattern.compile("(?im)^" + name + ":((?:.*\r\n)(?:[ \t].*\r\n)*)")
                .matcher(head());
        return matcher.find() ? matcher.group(1).replace("\r\n", "").strip() : "";
    }

    /** Part {@code number} of a multipart, the first being 0: exactly the bytes between its delimiters. */
    Written part(int number) {
        Matcher matcher = BOUNDARY.matcher(field("Content-Type"));
        if (!matcher.find()) {
            throw new AssertionError("no multipart");
        }
        String[] parts = body().split("\r\n--" + Pattern.quote(matcher.group(1)) + "(?:--)?\r\n", -1);
        return new Written(parts[number + 1]);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
