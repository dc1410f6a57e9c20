package org.embargo.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.process.outcome.OutboxLetter;

/**
 * A letter and where it stands.
 *
 * @param due       not before this instant; later than the letter's own after a failure
 * @param attempts  how often it was claimed
 * @param lastError short code of the last failure, without content
 */
public record OutboxRow(OutboxLetter letter, OutboxState state, Instant due, int attempts, Optional<String> lastError) {

    public OutboxRow {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(lastError, "lastError");
    }
}
