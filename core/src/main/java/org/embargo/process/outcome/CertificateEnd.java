package org.embargo.process.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** How near the end of a certificate is; each is told once, the last again and again. Nearest last. */
public enum CertificateEnd {
    IN_90_DAYS(90),
    IN_30_DAYS(30),
    IN_7_DAYS(7),
    OVER(0);

    private final Duration before;

    CertificateEnd(int days) {
        this.before = Duration.ofDays(days);
    }

    /** How near {@code ends} is at {@code now}; empty where it is far. */
    public static Optional<CertificateEnd> at(Instant ends, Instant now) {
        return Arrays.stream(values())
                .filter(each -> !ends.minus(each.before).isAfter(now))
                .reduce((farther, nearer) -> nearer);
    }

    /** When {@code ends} comes nearer next; empty when it is over. */
    public static Optional<Instant> nextAfter(Instant now, Instant ends) {
        return Stream.of(values())
                .map(each -> ends.minus(each.before))
                .filter(moment -> moment.isAfter(now))
                .findFirst();
    }
}
