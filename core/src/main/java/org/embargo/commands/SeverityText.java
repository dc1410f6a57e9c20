package org.embargo.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.model.Severity;
import org.embargo.model.Severity.Level;
import us.springett.cvss.Cvss;
import us.springett.cvss.CvssV3_1;
import us.springett.cvss.MalformedVectorException;

/** Reads how bad an issue is: a word, or a vector of CVSS 3.1 or 4.0. */
final class SeverityText {

    private static final List<Level> LEVELS = List.of(Level.LOW, Level.MODERATE, Level.HIGH, Level.CRITICAL);
    private static final Pattern VECTOR = Pattern.compile("CVSS:(?:3\\.1|4\\.0)(?:/[A-Z]{1,3}:[A-Za-z]{1,6}){1,40}");

    private SeverityText() {}

    static List<String> words() {
        return LEVELS.stream().map(SeverityText::word).toList();
    }

    static Optional<Severity> word(String text) {
        return LEVELS.stream()
                .filter(level -> word(level).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(level -> new Severity(level, Optional.empty(), Optional.empty()));
    }

    static boolean looksLikeVector(String text) {
        return text.toUpperCase(Locale.ROOT).startsWith("CVSS:") || text.contains("/");
    }

    /** The vector with its score over all metrics that it holds; empty where it is none. */
    static Optional<Severity> vector(String text) {
        if (!VECTOR.matcher(text).matches() || namesTwice(text)) {
            return Optional.empty();
        }
        try {
            Cvss cvss = Cvss.fromVector(text);
            double score = cvss instanceof CvssV3_1
                    ? cvss.calculateScore().getEnvironmentalScore()
                    : cvss.calculateScore().getBaseScore();
            return Optional.of(new Severity(
                    level(score),
                    Optional.of(cvss.getVector()),
                    Optional.of(String.format(Locale.ROOT, "%.1f", score))));
        } catch (MalformedVectorException noVector) {
            return Optional.empty();
        }
    }

    /** The library takes the last. */
    private static boolean namesTwice(String text) {
        List<String> metrics = Arrays.stream(text.split("/", -1))
                .map(metric -> metric.split(":", -1)[0])
                .toList();
        return metrics.stream().distinct().count() < metrics.size();
    }

    /** The scale of both versions. */
    private static Level level(double score) {
        if (score >= 9.0) {
            return Level.CRITICAL;
        }
        if (score >= 7.0) {
            return Level.HIGH;
        }
        if (score >= 4.0) {
            return Level.MODERATE;
        }
        return score > 0 ? Level.LOW : Level.NONE;
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
