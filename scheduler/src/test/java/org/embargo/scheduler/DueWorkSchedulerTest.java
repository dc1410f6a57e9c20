package org.embargo.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.embargo.desk.DueWork;
import org.junit.jupiter.api.Test;

class DueWorkSchedulerTest {

    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void workShouldRunAtOnceAtStart() throws Exception {
        RecordedWork work = new RecordedWork();

        try (DueWorkScheduler scheduler = DueWorkScheduler.start(work, Clock.systemUTC(), NEVER)) {
            assertThat(scheduler).isNotNull();
            assertThat(work.runs.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void workPlannedLaterShouldRunWithinASecondOfItsInstant() throws Exception {
        RecordedWork work = new RecordedWork();

        try (DueWorkScheduler scheduler = DueWorkScheduler.start(work, Clock.systemUTC(), NEVER)) {
            assertThat(scheduler).isNotNull();
            work.runs.poll(10, TimeUnit.SECONDS);
            Instant due = Clock.systemUTC().instant().plusSeconds(1);
            work.plan(due);

            Instant run = work.runs.poll(10, TimeUnit.SECONDS);
            assertThat(run).isBetween(due, due.plusSeconds(1));
        }
    }

    @Test
    void sweepShouldGoOnAfterWorkThatThrew() throws Exception {
        RecordedWork work = new RecordedWork();
        work.failing = true;

        try (DueWorkScheduler scheduler = DueWorkScheduler.start(work, Clock.systemUTC(), Duration.ofMillis(100))) {
            assertThat(scheduler).isNotNull();
            assertThat(work.runs.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(work.runs.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    /** Due work that only notes when it ran. */
    private static final class RecordedWork implements DueWork {

        private final BlockingQueue<Instant> runs = new LinkedBlockingQueue<>();
        private volatile Optional<Instant> next = Optional.empty();
        private volatile Runnable wake = () -> {};
        private volatile boolean failing;

        @Override
        public void runDue() {
            next = Optional.empty();
            runs.add(Clock.systemUTC().instant());
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Override
        public Optional<Instant> nextDue() {
            return next;
        }

        @Override
        public void onPlanned(Runnable toWake) {
            wake = toWake;
        }

        void plan(Instant due) {
            next = Optional.of(due);
            wake.run();
        }
    }
}
