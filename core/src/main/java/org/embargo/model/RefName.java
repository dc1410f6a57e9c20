package org.embargo.model;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The short name of a branch or a tag, such as {@code main} or {@code release/45.0}; in a form that git and people take alike. */
public record RefName(String value) implements Comparable<RefName> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+-]{0,199}");
    private static final Pattern REFUSED = Pattern.compile("[.][.]|//|/[.]|[./]$|[.]lock(?:/|$)");

    public RefName {
        Objects.requireNonNull(value, "value");
        if (!isName(value)) {
            throw new IllegalArgumentException("not the name of a branch or tag");
        }
    }

    public static Optional<RefName> parse(String text) {
        return isName(text) ? Optional.of(new RefName(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return FORM.matcher(text).matches() && !REFUSED.matcher(text).find();
    }

    /** The full name of the branch. */
    public String branchRef() {
        return "refs/heads/" + value;
    }

    /** The full name of the tag. */
    public String tagRef() {
        return "refs/tags/" + value;
    }

    @Override
    public int compareTo(RefName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
