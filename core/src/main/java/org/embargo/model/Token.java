package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An unguessable name in an address: 128 random bits as 26 lower-case letters and digits (base32, RFC 4648 section 6).
 *
 * <p>Who knows a token may add to the case it stands for, so it prints withheld.
 *
 * @param value the token in lower case; tokens are compared without case
 */
public record Token(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

    public Token {
        value = Objects.requireNonNull(value, "value").toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a token: 26 letters and digits expected");
        }
    }

    /** The token in {@code text}, or empty where it has not the form of one. */
    public static Optional<Token> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() ? Optional.of(new Token(lower)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "[token withheld]";
    }
}
