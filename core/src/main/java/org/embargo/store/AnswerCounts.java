package org.embargo.store;

import java.time.Instant;
import org.embargo.model.Address;
import org.embargo.model.DeskName;

/**
 * How many automatic answers went to whom, so that the desk is no mail amplifier. Addresses and domains stand here as
 * keyed hashes.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class AnswerCounts {

    AnswerCounts() {}

    /** Counts an answer decided at {@code now}. */
    public void count(Kind kind, DeskName desk, Address to, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    public int toAddress(Kind kind, DeskName desk, Address to, Instant since) {
        throw new UnsupportedOperationException("not yet");
    }

    public int toDomainOf(Kind kind, DeskName desk, Address to, Instant since) {
        throw new UnsupportedOperationException("not yet");
    }

    public int ofDesk(Kind kind, DeskName desk, Instant since) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Drops counts from before {@code then}, which nobody asks for any more. */
    public void forgetBefore(Instant then) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Which answers are counted together. */
    public enum Kind {
        RECEIPT,
        UNPROVEN_NOTE,
        KEY_ANSWER,
        /** To a member who signed something that could not be executed. */
        REFUSAL
    }
}
