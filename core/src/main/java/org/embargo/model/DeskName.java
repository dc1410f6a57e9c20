package org.embargo.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The short name of a desk: the name of its folder under {@code conf/desks}.
 *
 * @param value lower-case letters, digits, hyphens
 */
public record DeskName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public DeskName {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a desk name: lower-case letters, digits and hyphens expected");
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
