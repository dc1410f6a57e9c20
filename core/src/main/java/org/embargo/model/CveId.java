package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The public number of a vulnerability, {@code CVE-2026-1234}. */
public record CveId(String value) {

    private static final Pattern FORM = Pattern.compile("CVE-(?:19|20)\\d{2}-\\d{4,19}");

    public CveId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not of the form CVE-YEAR-NUMBER");
        }
    }

    /** The number that {@code text} is, whatever its case, or empty. */
    public static Optional<CveId> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(upper).matches() ? Optional.of(new CveId(upper)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
