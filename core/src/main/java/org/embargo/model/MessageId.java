package org.embargo.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A Message-ID with its angle brackets (RFC 5322 section 3.6.4).
 *
 * @param value printable ASCII without blanks between {@code <} and {@code >}
 */
public record MessageId(String value) {

    private static final Pattern FORM = Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,990}>");

    public MessageId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a Message-ID in angle brackets");
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
