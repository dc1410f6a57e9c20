package org.embargo.outbox;

import java.time.Instant;
import org.embargo.process.outcome.OutboxLetter;
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
     * Calls off a letter that must not go any more, and tells of it, in one commit.
     *
     * @param code a short word without content
     */
    void callOff(ClaimedLetter letter, String code);

    /**
     * Lets a letter that may not go now wait, and tells of it once, in one commit.
     *
     * @param code a short word without content
     */
    void keepWaiting(ClaimedLetter letter, String code, Instant again);

    /**
     * As {@link #hold}, where no mail can tell of it, since the desk has no key to sign one or is not served any more, and
     * where the team was told already.
     */
    void holdSilently(ClaimedLetter letter, String code);

    /** A letter has failed for long and is tried again. */
    void stuck(OutboxLetter letter, String code);
}
