package org.embargo.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day with its zone, {@code 15:00 UTC} or {@code 17:00 Europe/Berlin}. */
public record DailyTime(LocalTime time, ZoneId zone) {

    private static final Pattern FORM =
            Pattern.compile("(\\d\\d:\\d\\d)\\s+(UTC|[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+)");

    public DailyTime {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(zone, "zone");
    }

    /** The time that {@code text} is, or empty; a zone without a name (an offset) is not taken. */
    public static Optional<DailyTime> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DailyTime(LocalTime.parse(matcher.group(1)), ZoneId.of(matcher.group(2))));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** This time on {@code day}; where the clock skips it, as much later as it skips. */
    public Instant on(LocalDate day) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return time + " " + zone;
    }
}
