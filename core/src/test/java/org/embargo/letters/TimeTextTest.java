package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:45:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T15:00:00Z,P7D,Tue 2026-12-01 15:00 UTC",
        "2026-12-01T15:00:30Z,P7D,Tue 2026-12-01 15:00:30 UTC",
        "2026-12-01T15:00:30.25Z,P7D,Tue 2026-12-01 15:00 UTC",
        "2026-12-01T15:00:30.25Z,PT40S,Tue 2026-12-01 15:00:30 UTC",
    })
    void momentShouldBeToldToTheSecondWhereItWasSetSoOrIsNear(Instant moment, Duration span, String told) {
        assertThat(TimeText.moment(moment, span)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,now",
        "PT0.9S,now",
        "PT1S,in 1 second",
        "PT119S,in 119 seconds",
        "PT2M,in 2 minutes",
        "PT119M,in 119 minutes",
        "PT6H,in 6 hours",
        "PT47H59M,in 47 hours",
        "PT48H,in 2 days",
        "PT-2H-1S,late by 2 hours",
        "P-3D,late by 3 days",
    })
    void distanceShouldBeToldInOneUnit(Duration left, String told) {
        assertThat(TimeText.distance(NOW.plus(left), NOW)).isEqualTo(told);
    }
}
