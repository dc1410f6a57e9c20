package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @Property
    void printedDurationShouldBeReadAsItself(@ForAll @LongRange(min = 0, max = 3660L * 86_400) long seconds) {
        Duration duration = Duration.ofSeconds(seconds);

        assertThat(DurationText.parse(DurationText.print(duration))).contains(duration);
    }

    @Property
    void anyTextShouldBeReadOrRefused(@ForAll String text) {
        assertThat(DurationText.parse(text))
                .satisfiesAnyOf(found -> assertThat(found).isEmpty(), found -> assertThat(found.orElseThrow())
                        .isLessThanOrEqualTo(DurationText.LONGEST));
    }

    @Test
    void everyUnitShouldBeRead() {
        assertThat(DurationText.parse("7d")).contains(Duration.ofDays(7));
        assertThat(DurationText.parse("36h")).contains(Duration.ofHours(36));
        assertThat(DurationText.parse("90m")).contains(Duration.ofMinutes(90));
        assertThat(DurationText.parse("45s")).contains(Duration.ofSeconds(45));
        assertThat(DurationText.parse("0s")).contains(Duration.ZERO);
    }

    @Test
    void durationShouldPrintInTheLargestUnitThatFits() {
        assertThat(DurationText.print(Duration.ofDays(2))).isEqualTo("2d");
        assertThat(DurationText.print(Duration.ofHours(36))).isEqualTo("36h");
        assertThat(DurationText.print(Duration.ofMinutes(90))).isEqualTo("90m");
        assertThat(DurationText.print(Duration.ofSeconds(91))).isEqualTo("91s");
        assertThat(DurationText.print(Duration.ZERO)).isEqualTo("0s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "d", "7 d", "7D", "-7d", "+7d", "1h30m", "7w", "1.5h", "P7D", "9999999999s", "3661d"})
    void otherTextShouldBeRefused(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @Test
    void longestDurationShouldBeRead() {
        assertThat(DurationText.parse("3660d")).contains(DurationText.LONGEST);
    }
}
