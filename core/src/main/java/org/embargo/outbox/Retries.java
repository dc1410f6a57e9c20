package org.embargo.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a letter that the relay did not take is tried again; after four days no more (RFC 5321 section 4.5.4.1). */
public final class Retries {

    private static final List<Phase> PHASES = List.of(
            new Phase(3, Duration.ofSeconds(10)),
            new Phase(3, Duration.ofMinutes(1)),
            new Phase(6, Duration.ofMinutes(10)),
            new Phase(8, Duration.ofHours(1)),
            new Phase(14, Duration.ofHours(6)));

    private Retries() {}

    /**
     * How long to wait after a try.
     *
     * @param tries how many there were, from 1
     * @return empty when it is given up
     */
    public static Optional<Duration> pauseAfter(int tries) {
        int left = Math.max(0, tries - 1);
        for (Phase phase : PHASES) {
            if (left < phase.times()) {
                return Optional.of(phase.pause());
            }
            left -= phase.times();
        }
        return Optional.empty();
    }

    private record Phase(int times, Duration pause) {}
}
