package org.embargo.config;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A weekday with a time, {@code Monday 08:00 UTC}. */
public record WeeklyTime(DayOfWeek day, DailyTime time) {

    public WeeklyTime {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(time, "time");
    }

    /** The weekday and time that {@code text} is, or empty. */
    public static Optional<WeeklyTime> parse(String text) {
        String[] words = text.split("\\s+", 2);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> words.length == 2 && english(day).equalsIgnoreCase(words[0]))
                .findFirst()
                .flatMap(day -> DailyTime.parse(words[1]).map(time -> new WeeklyTime(day, time)));
    }

    /** The first such time after {@code moment}. */
    public Instant after(Instant moment) {
        LocalDate today = moment.atZone(time.zone()).toLocalDate();
        Instant next = time.on(today.with(TemporalAdjusters.nextOrSame(day)));
        return next.isAfter(moment) ? next : time.on(today.with(TemporalAdjusters.next(day)));
    }

    @Override
    public String toString() {
        return english(day) + " " + time;
    }

    private static String english(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
