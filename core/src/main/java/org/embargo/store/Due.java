package org.embargo.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the next instant at which there is something to do. */
final class Due {

    private Due() {}

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
