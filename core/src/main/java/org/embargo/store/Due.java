package org.embargo.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the next instant at which there is something to do. */
final class Due {

    /** By how much clocks of two nodes may differ, and one may be set right, before it counts as a jump. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private Due() {}

    /** No lease that was taken by a clock that goes right ends after this. */
    static Instant latestLeaseEnd(Instant now, Duration lease) {
        return now.plus(lease).plus(CLOCK_TOLERANCE);
    }

    /**
     * The earliest of what {@code queries} give, each one number or nothing. They order by an index and take the first:
     * Derby would go through all rows for a MIN.
     */
    static Optional<Instant> earliest(Handle handle, String... queries) {
        return Arrays.stream(queries)
                .map(query -> handle.createQuery(query).mapTo(Long.class).findOne())
                .flatMap(Optional::stream)
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }
}
