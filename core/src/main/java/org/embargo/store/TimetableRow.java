package org.embargo.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that is to come.
 *
 * @param attempts  how often it was claimed
 * @param lastError short code of the last failure, without content
 */
public record TimetableRow(TimetableKey key, Instant due, int attempts, Optional<String> lastError) {

    public TimetableRow {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(lastError, "lastError");
    }
}
