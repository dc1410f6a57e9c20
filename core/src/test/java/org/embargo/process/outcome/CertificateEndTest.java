package org.embargo.process.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateEndTest {

    private static final Instant ENDS = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void endShouldComeNearerAt90And30And7Days() {
        assertThat(CertificateEnd.at(ENDS, daysBefore(90).minusMillis(1))).isEmpty();
        assertThat(CertificateEnd.at(ENDS, daysBefore(90))).contains(CertificateEnd.IN_90_DAYS);
        assertThat(CertificateEnd.at(ENDS, daysBefore(30))).contains(CertificateEnd.IN_30_DAYS);
        assertThat(CertificateEnd.at(ENDS, daysBefore(7))).contains(CertificateEnd.IN_7_DAYS);
        assertThat(CertificateEnd.at(ENDS, ENDS.minusMillis(1))).contains(CertificateEnd.IN_7_DAYS);
        assertThat(CertificateEnd.at(ENDS, ENDS)).contains(CertificateEnd.OVER);
    }

    @Test
    void nextLookShouldBeWhenItComesNearer() {
        assertThat(CertificateEnd.nextAfter(daysBefore(100), ENDS)).contains(daysBefore(90));
        assertThat(CertificateEnd.nextAfter(daysBefore(90), ENDS)).contains(daysBefore(30));
        assertThat(CertificateEnd.nextAfter(daysBefore(7), ENDS)).contains(ENDS);
        assertThat(CertificateEnd.nextAfter(ENDS, ENDS)).isEmpty();
    }

    private static Instant daysBefore(int days) {
        return ENDS.minus(Duration.ofDays(days));
    }
}
