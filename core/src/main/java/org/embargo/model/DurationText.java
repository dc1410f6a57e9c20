package org.embargo.model;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: one number and one unit, {@code 7d}, {@code 36h}, {@code 90m}, {@code 45s}. */
public final class DurationText {

    /** Far beyond any use, near enough that no date computed with it overflows. */
    static final Duration LONGEST = Duration.ofDays(3660);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([dhms])");

    private DurationText() {}

    /** The duration that {@code text} is, up to ten years, or empty. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration duration =
                of(Long.parseLong(matcher.group(1)), matcher.group(2).charAt(0));
        return duration.compareTo(LONGEST) <= 0 ? Optional.of(duration) : Optional.empty();
    }

    /** {@code duration} in the largest unit that says it exactly; parts of a second are left out. */
    public static String print(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 != 0 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }

    private static Duration of(long amount, char unit) {
        return switch (unit) {
            case 'd' -> Duration.ofDays(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'm' -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}
