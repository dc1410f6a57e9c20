package org.embargo.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What counts as one release when the most recent ones are counted (setting {@code series}). */
public enum SeriesRule {
    MAJOR("major", 1),
    MAJOR_MINOR("major.minor", 2),
    /** Each version by itself. */
    EVERY("every", 0);

    private final String word;
    private final int numbers;

    SeriesRule(String word, int numbers) {
        this.word = word;
        this.numbers = numbers;
    }

    /** As it stands in the configuration. */
    public String word() {
        return word;
    }

    public static Optional<SeriesRule> parse(String text) {
        return Arrays.stream(values()).filter(rule -> rule.word.equals(text)).findFirst();
    }

    String seriesOf(ReleaseVersion version) {
        if (numbers == 0) {
            return version.text();
        }
        List<String> parts = List.of(version.numbers().split("[.]"));
        return Stream.concat(parts.stream(), Stream.generate(() -> "0"))
                .limit(numbers)
                .collect(Collectors.joining("."));
    }
}
