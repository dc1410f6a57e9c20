package org.embargo.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one letter to one reader: its row in the outbox, and its mail in the mail server's queue. It tells nothing.
 *
 * @param value 26 lower-case letters and digits
 */
public record LetterId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

    public LetterId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a letter id");
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
