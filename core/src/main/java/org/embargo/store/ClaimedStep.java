package org.embargo.store;

import java.util.Objects;
import org.embargo.model.Token;

/**
 * A step that one runner has until its lease ends.
 *
 * @param claim drawn with the claim: who lost it to another runner can finish nothing any more
 */
public record ClaimedStep(TimetableRow row, Token claim) {

    public ClaimedStep {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(claim, "claim");
    }
}
