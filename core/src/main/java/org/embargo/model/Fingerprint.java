package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The fingerprint of an OpenPGP key: 40 hexadecimal digits for version 4, 64 for version 6 (RFC 9580 section 5.5.4).
 *
 * @param hex upper-case hexadecimal digits
 */
public record Fingerprint(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

    public Fingerprint {
        hex = Objects.requireNonNull(hex, "hex").replace(" ", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a fingerprint: 40 or 64 hexadecimal digits expected");
        }
    }

    /** In groups of four digits, as people compare it. */
    public String spaced() {
        return String.join(" ", hex.split("(?<=\\G.{4})"));
    }

    @Override
    public String toString() {
        return hex;
    }
}
