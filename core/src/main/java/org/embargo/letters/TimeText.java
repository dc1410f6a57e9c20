package org.embargo.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Times as letters tell them: absolute, with day of the week, in UTC. */
final class TimeText {

    private static final Duration DAY = Duration.ofDays(1);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "EEE yyyy-MM-dd HH:mm:ss 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private TimeText() {}

    /**
     * As {@link #moment(Instant)}.
     *
     * @param span how far the moment was away when it was set: a rehearsal that takes seconds is told in seconds
     */
    static String moment(Instant moment, Duration span) {
        return span.compareTo(Duration.ofMinutes(10)) < 0 ? SECONDS.format(moment) : moment(moment);
    }

    /** To the minute, but a time that somebody set to the second, to the second. */
    static String moment(Instant moment) {
        boolean isSetToTheSecond = moment.getNano() == 0 && moment.getEpochSecond() % 60 != 0;
        return (isSetToTheSecond ? SECONDS : MINUTES).format(moment);
    }

    /** In the largest unit that needs no rest; two days and less in hours, as people say it. */
    static String span(Duration span) {
        if (span.compareTo(DAY.multipliedBy(2)) > 0 && span.equals(Duration.ofDays(span.toDays()))) {
            return counted(span.toDays(), "day");
        }
        if (span.toHours() > 0 && span.equals(Duration.ofHours(span.toHours()))) {
            return counted(span.toHours(), "hour");
        }
        if (span.toMinutes() > 0 && span.equals(Duration.ofMinutes(span.toMinutes()))) {
            return counted(span.toMinutes(), "minute");
        }
        return counted(span.toSeconds(), "second");
    }

    /** In its two largest units, {@code 3 days 4 hours}; what is less is left out. */
    static String length(Duration length) {
        List<String> parts = Stream.of(
                        part(length.toDays(), "day"),
                        part(length.toHoursPart(), "hour"),
                        part(length.toMinutesPart(), "minute"),
                        part(length.toSecondsPart(), "second"))
                .flatMap(Optional::stream)
                .limit(2)
                .toList();
        return parts.isEmpty() ? counted(0, "second") : String.join(" ", parts);
    }

    private static Optional<String> part(long count, String unit) {
        return count == 0 ? Optional.empty() : Optional.of(counted(count, unit));
    }

    /** A distance in one unit, rounded down, such that it says enough: 47 hours, but 2 days. */
    static String roughly(Duration distance) {
        Duration length = distance.abs();
        if (length.compareTo(DAY.multipliedBy(2)) >= 0) {
            return counted(length.toDays(), "day");
        }
        if (length.compareTo(Duration.ofHours(2)) >= 0) {
            return counted(length.toHours(), "hour");
        }
        if (length.compareTo(Duration.ofMinutes(2)) >= 0) {
            return counted(length.toMinutes(), "minute");
        }
        return counted(length.toSeconds(), "second");
    }

    /** How {@code due} lies to {@code now}: {@code in 6 hours}, {@code now}, {@code late by 2 hours}. */
    static String distance(Instant due, Instant now) {
        Duration left = Duration.between(now, due);
        if (left.abs().toSeconds() == 0) {
            return "now";
        }
        return (left.isNegative() ? "late by " : "in ") + roughly(left);
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
