package org.embargo.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that is to come.
 *
 * @param planned   when it was to be done
 * @param due       when it is tried next; later than planned where it failed
 * @param attempts  how often it was claimed
 * @param lastError short code of the last failure, without content
 */
public record TimetableRow(TimetableKey key, Instant planned, Instant due, int attempts, Optional<String> lastError) {

    public TimetableRow {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(planned, "planned");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(lastError, "lastError");
    }
}
