package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kind of weakness, {@code CWE-416}. */
public record CweId(String value) {

    private static final Pattern FORM = Pattern.compile("CWE-[1-9]\\d{0,5}");

    public CweId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not of the form CWE-NUMBER");
        }
    }

    /** The kind that {@code text} is, whatever its case, or empty. */
    public static Optional<CweId> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(upper).matches() ? Optional.of(new CweId(upper)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
