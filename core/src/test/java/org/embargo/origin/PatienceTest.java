package org.embargo.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.embargo.config.OriginConfig;
import org.embargo.mail.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatienceTest {

    private static final Duration BUDGET = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final AtomicLong ticks = new AtomicLong();
    private final Patience patience = new Patience(BUDGET, ticks::get);

    @Test
    void fewSlowAnswersShouldLeaveItLong() {
        for (int i = 0; i < 9; i++) {
            patience.spent(Patience.USUAL.toNanos());
        }

        assertThat(patience.next()).isEqualTo(Patience.USUAL);
    }

    @Test
    void manySlowAnswersShouldMakeItShort() {
        for (int i = 0; i < 10; i++) {
            patience.spent(Patience.USUAL.toNanos());
        }

        assertThat(patience.next()).isEqualTo(Patience.SHORT);
    }

    @Test
    void quickAnswersShouldCostNothing() {
        for (int i = 0; i < 10_000; i++) {
            patience.spent(Duration.ofMillis(200).toNanos());
        }

        assertThat(patience.next()).isEqualTo(Patience.USUAL);
    }

    @Test
    void longSilenceOfAnyLengthShouldBeOverTwoMinutesAfterItsEnd() {
        for (int i = 0; i < 10_000; i++) {
            patience.spent(Patience.USUAL.toNanos());
        }
        assertThat(patience.next()).isEqualTo(Patience.SHORT);

        ticks.addAndGet(Duration.ofMinutes(2).toNanos());

        assertThat(patience.next()).isEqualTo(Patience.USUAL);
    }

    @Test
    void mailsWhoseNameServersNeverAnswerShouldNotKeepBackTheOthers() {
        try (NameServer server = NameServer.start().silent()) {
            OriginJudge judge = new OriginJudge(
                    new OriginConfig(true, List.of(server.address()), List.of()),
                    new Patience(Duration.ofSeconds(2), System::nanoTime));
            Judging judging = new Judging(folder, judge);
            assertThat(judging.of(Judging.MAIL).spf()).isEqualTo(Origin.Spf.NO_ANSWER);

            long began = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThat(judging.of(Judging.MAIL).spf()).isEqualTo(Origin.Spf.NO_ANSWER);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }
}
