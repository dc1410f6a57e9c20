package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address, {@code local@domain} (RFC 5321 section 4.1.2, dot-string local parts only).
 *
 * <p>Who writes to a desk is confidential: an address prints withheld. Two addresses that differ in case alone are
 * equal, since people and mail servers change it in transit.
 *
 * @param value the address as it was written
 */
public record Address(String value) {

    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[\\p{Alnum}!#$&'*+/=?^_`{|}~-]+(?:\\.[\\p{Alnum}!#$&'*+/=?^_`{|}~-]+)*"
                    + "@\\p{Alnum}(?:[\\p{Alnum}-]*\\p{Alnum})?(?:\\.\\p{Alnum}(?:[\\p{Alnum}-]*\\p{Alnum})?)*");

    public Address {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail address of the form local@domain");
        }
    }

    /** The address in {@code text}, or empty where it has not the form of one. */
    public static Optional<Address> parse(String text) {
        String trimmed = text.trim();
        return trimmed.length() <= LONGEST && FORM.matcher(trimmed).matches()
                ? Optional.of(new Address(trimmed))
                : Optional.empty();
    }

    /** What stands before the last at sign, as written. */
    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** The domain in lower case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The form by which addresses are compared and looked up. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        // all of ASCII, so that no letter has another small form than its own
        return other instanceof Address that && value.equalsIgnoreCase(that.value);
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return "[address withheld]";
    }
}
