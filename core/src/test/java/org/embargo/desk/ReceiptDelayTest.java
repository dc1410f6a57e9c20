package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptDelayTest {

    private static final String RITA = "rita@reporter.example";
    private static final Duration DELAY = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** Else how long opening took, and with it what came out, could be read off the time of the answer. */
    @Test
    void receiptsShouldLeaveAtRandomMomentsWithinTheDelay() {
        try (TestHome home = TestHome.in(folder)) {
            home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "receipt-delay = 60s\n");
            home.restart();
            Set<Duration> delays = new HashSet<>();

            for (int i = 0; i < 5; i++) {
                home.sent.clear();
                Instant came = home.clock.instant();
                home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "report " + i) + "\r\nwords " + i + "\r\n");
                while (home.sentTo(RITA).isEmpty()) {
                    home.clock.move(Duration.ofSeconds(2));
                    home.embargo().runDue();
                }
                delays.add(Duration.between(came, home.clock.instant()));
            }

            assertThat(delays).hasSizeGreaterThan(1).allMatch(delay -> delay.compareTo(DELAY.plusSeconds(2)) <= 0);
        }
    }
}
