package org.embargo.store;

import java.util.Objects;
import org.embargo.model.Token;
import org.embargo.process.outcome.OutboxLetter;

/**
 * A letter that one runner has until its lease ends.
 *
 * @param claim    drawn with the claim: who lost it to another runner can mark nothing any more
 * @param attempts how often it was claimed, this time included
 */
public record ClaimedLetter(OutboxLetter letter, Token claim, int attempts) {

    public ClaimedLetter {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(claim, "claim");
    }
}
