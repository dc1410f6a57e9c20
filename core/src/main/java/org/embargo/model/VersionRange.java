package org.embargo.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Versions between two bounds, such as {@code >= 44.0, < 44.0.4}; one version; or, without bounds, all of them.
 *
 * @param from the lower bound
 * @param to   the upper bound
 */
public record VersionRange(Optional<Bound> from, Optional<Bound> to) {

    public static final VersionRange ALL = new VersionRange(Optional.empty(), Optional.empty());

    private static final String EVERY = "all";
    private static final Pattern BETWEEN = Pattern.compile("(\\S+)\\s+(?:-|to)\\s+(\\S+)");
    private static final Pattern PART = Pattern.compile("(<=|>=|<|>|=|before )?\\s*([^\\s<>=]+)");

    public VersionRange {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (isEmpty(from, to)) {
            throw new IllegalArgumentException("a range that holds no version");
        }
    }

    /** One end of a range. */
    public record Bound(ReleaseVersion version, boolean included) {
        public Bound {
            Objects.requireNonNull(version, "version");
        }
    }

    /**
     * The range that {@code text} is: bounds separated by commas, {@code A to B}, {@code before B}, one version, or
     * {@code all}; empty where it is none, or holds no version.
     */
    public static Optional<VersionRange> parse(String text) {
        String stripped = text.strip();
        if (stripped.equals(EVERY)) {
            return Optional.of(ALL);
        }
        Matcher between = BETWEEN.matcher(stripped);
        List<String> parts = between.matches()
                ? List.of(">=" + between.group(1), "<=" + between.group(2))
                : Arrays.asList(stripped.split(",", -1));
        return intersection(parts);
    }

    private static Optional<VersionRange> intersection(List<String> parts) {
        List<Bound> from = new ArrayList<>();
        List<Bound> to = new ArrayList<>();
        for (String part : parts) {
            Matcher matcher = PART.matcher(part.strip());
            Optional<ReleaseVersion> version =
                    matcher.matches() ? ReleaseVersion.parse(matcher.group(2)) : Optional.empty();
            if (version.isEmpty()) {
                return Optional.empty();
            }
            String sign = Optional.ofNullable(matcher.group(1)).orElse("=").strip();
            Bound bound = new Bound(plain(version.get()), sign.endsWith("="));
            if (!sign.startsWith("<") && !sign.equals("before")) {
                from.add(bound);
            }
            if (!sign.startsWith(">")) {
                to.add(bound);
            }
        }
        boolean clear = from.size() <= 1 && to.size() <= 1;
        Optional<Bound> first = from.stream().findFirst();
        Optional<Bound> last = to.stream().findFirst();
        return clear && !isEmpty(first, last) ? Optional.of(new VersionRange(first, last)) : Optional.empty();
    }

    private static ReleaseVersion plain(ReleaseVersion version) {
        String text = version.text();
        return text.startsWith("v") || text.startsWith("V") ? new ReleaseVersion(text.substring(1)) : version;
    }

    private static boolean isEmpty(Optional<Bound> from, Optional<Bound> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        int order = from.get().version().compareTo(to.get().version());
        return order > 0 || (order == 0 && !(from.get().included() && to.get().included()));
    }

    public boolean contains(ReleaseVersion version) {
        return from.map(bound -> isBeyond(version.compareTo(bound.version()), bound))
                        .orElse(true)
                && to.map(bound -> isBeyond(bound.version().compareTo(version), bound))
                        .orElse(true);
    }

    private static boolean isBeyond(int order, Bound bound) {
        return order > 0 || (order == 0 && bound.included());
    }

    /** Whether it is one version alone. */
    public boolean isSingle() {
        return from.isPresent()
                && to.isPresent()
                && from.get().version().equals(to.get().version());
    }

    /** In the one form in which it is kept. */
    public String print() {
        if (isSingle()) {
            return from.orElseThrow().version().text();
        }
        String bounds = Stream.concat(
                        from.map(bound -> (bound.included() ? ">= " : "> ") + bound.version()).stream(),
                        to.map(bound -> (bound.included() ? "<= " : "< ") + bound.version()).stream())
                .collect(Collectors.joining(", "));
        return bounds.isEmpty() ? EVERY : bounds;
    }

    @Override
    public String toString() {
        return "[withheld, a range of versions]";
    }
}
