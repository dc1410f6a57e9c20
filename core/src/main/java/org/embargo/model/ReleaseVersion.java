package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * The version of a release, such as {@code 45.0.1}, {@code 3.4.0-beta1} or {@code 1.1.1w}.
 *
 * <p>Alphas, betas, candidates and development versions come before their release, whatever is written between; a letter or
 * a {@code post} after it, after. Equality follows that order: {@code 1.0}, {@code v1.0} and {@code 1.0.0} are one version.
 *
 * @param text as it was written, without blanks
 */
public record ReleaseVersion(String text) implements Comparable<ReleaseVersion> {

    private static final Pattern FORM = Pattern.compile("[vV]?[0-9][0-9A-Za-z.+_-]{0,99}");
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[.]\\d+)*");

    /** Words that the library takes for something that follows the release. */
    private static final Pattern DEVELOPMENT = Pattern.compile("[._-]?dev[._-]?");

    private static final Pattern CANDIDATE = Pattern.compile("[._-]?(?<![a-z])(?:preview|pre|c)[._-]?(?=\\d|$)");

    public ReleaseVersion {
        Objects.requireNonNull(text, "text");
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a version of the form 45.0.1");
        }
    }

    /** The version that {@code text} is, or empty where it has another form. */
    public static Optional<ReleaseVersion> parse(String text) {
        String stripped = text.strip();
        return FORM.matcher(stripped).matches() ? Optional.of(new ReleaseVersion(stripped)) : Optional.empty();
    }

    /** Whether it comes before the release that its numbers name: an alpha, a beta, a candidate. */
    public boolean isPreRelease() {
        return compareTo(new ReleaseVersion(numbers())) < 0;
    }

    /** What {@code rule} makes one series out of: {@code 45.0} of {@code 45.0.1}, filled up with zeros. */
    public String series(SeriesRule rule) {
        return rule.seriesOf(this);
    }

    /** The leading numbers, {@code 3.4.0} of {@code v3.4.0-beta1}. */
    String numbers() {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("a version without a number");
        }
        return matcher.group();
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        return ordered().compareTo(other.ordered());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReleaseVersion version && ordered().equals(version.ordered());
    }

    @Override
    public int hashCode() {
        return ordered().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private ComparableVersion ordered() {
        String plain = text.replaceFirst("^[vV]", "").toLowerCase(Locale.ROOT);
        String candidates = CANDIDATE.matcher(plain).replaceAll("-rc-");
        return new ComparableVersion(DEVELOPMENT.matcher(candidates).replaceAll("-alpha-0."));
    }
}
