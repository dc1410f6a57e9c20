package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one mail for one address of a desk, from the door to the archive; also the name of its sealed file.
 *
 * <p>Ids sort in order of arrival: sixteen digits of epoch milliseconds, then a random token that tells two of the same
 * millisecond apart.
 *
 * @param value digits, a hyphen and a {@link Token}'s characters
 */
public record IntakeId(String value) implements Comparable<IntakeId> {

    private static final Pattern FORM = Pattern.compile("\\d{16}-[a-z2-7]{26}");

    public IntakeId {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an intake id");
        }
    }

    public static IntakeId of(Instant arrival, Token token) {
        return new IntakeId(String.format("%016d-%s", arrival.toEpochMilli(), token.value()));
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    public Instant arrival() {
        return Instant.ofEpochMilli(Long.parseLong(value.substring(0, 16)));
    }

    @Override
    public int compareTo(IntakeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
