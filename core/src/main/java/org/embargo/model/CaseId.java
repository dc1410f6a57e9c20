package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a case, printed as {@code PYCA-2026-7310}.
 *
 * <p>The number is drawn at random from the free ones, so that nobody learns from an id how many cases there are.
 *
 * @param prefix the desk's case prefix, upper-case letters and digits
 * @param year   the year in which the case was filed, UTC
 * @param number four digits or more, the first not zero
 */
public record CaseId(String prefix, int year, long number) {

    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{1,15}");
    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{1,15})-(\\d{4})-([1-9]\\d{3,11})");

    private static final int BOOK_YEAR = 1000;
    private static final long BOOK_NUMBER = 1000;

    public CaseId {
        Objects.requireNonNull(prefix, "prefix");
        if (!isPrefix(prefix) || year < 1000 || year > 9999 || number < 1000) {
            throw new IllegalArgumentException("not a case id of the form PREFIX-YEAR-NUMBER");
        }
    }

    /** The case id that {@code text} is, whatever its case, or empty. Nobody names a desk's book so. */
    public static Optional<CaseId> parse(String text) {
        return stored(text).filter(id -> !id.isBook());
    }

    /** What a database holds, a desk's book among it. */
    public static Optional<CaseId> stored(String text) {
        Matcher matcher = FORM.matcher(text.trim().toUpperCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new CaseId(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** Stands for the journal of what a desk keeps that belongs to no case. */
    public static CaseId book(String prefix) {
        return new CaseId(prefix, BOOK_YEAR, BOOK_NUMBER);
    }

    /** Whether it is no case but a desk's book. */
    public boolean isBook() {
        return year == BOOK_YEAR && number == BOOK_NUMBER;
    }

    /** Whether {@code text} may be a desk's case prefix: 2 to 16 upper-case letters and digits, a letter first. */
    public static boolean isPrefix(String text) {
        return PREFIX.matcher(text).matches();
    }

    /** As it stands after the plus sign of an address. */
    public String inAddress() {
        return toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return prefix + "-" + year + "-" + number;
    }
}
