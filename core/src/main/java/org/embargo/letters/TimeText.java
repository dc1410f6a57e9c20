package org.embargo.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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
     * @param span how far the moment was away when it was set: a rehearsal that takes seconds is told in seconds
     */
    static String moment(Instant moment, Duration span) {
        return (span.compareTo(Duration.ofMinutes(10)) < 0 ? SECONDS : MINUTES).format(moment);
    }

    /** To the minute. */
    static String moment(Instant moment) {
        return MINUTES.format(moment);
    }

    /** How far {@code moment} is from {@code now}: {@code in 6 days}, {@code 3 hours ago}; parts of a unit are left out. */
    static String distance(Instant moment, Instant now) {
        Duration ahead = Duration.between(now, moment);
        String size = rough(ahead.abs());
        return ahead.isNegative() ? size + " ago" : "in " + size;
    }

    private static String rough(Duration span) {
        if (span.compareTo(DAY.multipliedBy(2)) >= 0) {
            return counted(span.toDays(), "day");
        }
        if (span.toHours() > 0) {
            return counted(span.toHours(), "hour");
        }
        return span.toMinutes() > 0 ? counted(span.toMinutes(), "minute") : counted(span.toSeconds(), "second");
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

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
