package org.embargo.outbox;

import org.embargo.process.OutboxLetter;
import org.embargo.store.ClaimedLetter;

/** Sees to it that a person hears of letters that do not go. Safe for use by many threads. */
public interface Troubles {

    /**
     * Holds a letter that can't go before a person acts, and tells of it, in one commit.
     *
     * @param code a short word without content
     */
    void hold(ClaimedLetter letter, String code);

    /**
     * As {@link #hold}, where no mail can tell of it, since the desk has no key to sign one or is not served any more, and
     * where the team was told already.
     */
    void holdSilently(ClaimedLetter letter, String code);

    /** A letter has failed for long and is tried again. */
    void stuck(OutboxLetter letter, String code);
}
