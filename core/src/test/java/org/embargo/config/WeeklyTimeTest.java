package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyTimeTest {

    private static final WeeklyTime MONDAY_AT_EIGHT =
            new WeeklyTime(DayOfWeek.MONDAY, new DailyTime(LocalTime.of(8, 0), ZoneId.of("UTC")));

    @Test
    void weekdayAndTimeShouldBeReadAsPrinted() {
        assertThat(WeeklyTime.parse("Monday 08:00 UTC")).contains(MONDAY_AT_EIGHT);
        assertThat(WeeklyTime.parse("monday  08:00 UTC")).contains(MONDAY_AT_EIGHT);
        assertThat(MONDAY_AT_EIGHT).hasToString("Monday 08:00 UTC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Monday", "Mon 08:00 UTC", "08:00 UTC", "Montag 08:00 UTC", "Monday 08:00", "Monday UTC"})
    void otherWeeklyTextShouldBeRefused(String text) {
        assertThat(WeeklyTime.parse(text)).isEmpty();
    }

    @Test
    void nextTimeShouldBeLaterThanNow() {
        Instant monday = Instant.parse("2026-11-23T08:00:00Z");

        assertThat(MONDAY_AT_EIGHT.after(monday.minusMillis(1))).isEqualTo(monday);
        assertThat(MONDAY_AT_EIGHT.after(monday)).isEqualTo("2026-11-30T08:00:00Z");
        assertThat(MONDAY_AT_EIGHT.after(monday.minusSeconds(86_400))).isEqualTo(monday);
    }

    @Test
    void dailyTimeShouldFollowItsZone() {
        DailyTime berlin = DailyTime.parse("15:00 Europe/Berlin").orElseThrow();

        assertThat(berlin.on(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-01T13:00:00Z");
        assertThat(berlin.on(LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-01T14:00:00Z");
        assertThat(berlin).hasToString("15:00 Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "15:00",
                "25:00 UTC",
                "15 UTC",
                "3:00 UTC",
                "15:00 CEST",
                "15:00 +01:00",
                "15:00 Europe/Nowhere"
            })
    void otherDailyTextShouldBeRefused(String text) {
        assertThat(DailyTime.parse(text)).isEmpty();
    }
}
