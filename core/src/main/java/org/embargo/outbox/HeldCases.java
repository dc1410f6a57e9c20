package org.embargo.outbox;

import java.time.Duration;
import org.embargo.process.EncryptedTo;
import org.embargo.process.Letter;
import org.embargo.process.TriedOnce;

/**
 * What a hold stops: every letter of its case to anybody outside, but receipts. Mail to the team goes on, encrypted as
 * always: who holds a case must hear what happens to it.
 */
public final class HeldCases {

    /** Stands as last error of letters that wait for the end of a hold. */
    public static final String CODE = "case-held";

    static final Duration LOOKED_AT_EVERY = Duration.ofMinutes(1);

    private HeldCases() {}

    static boolean stop(Letter letter) {
        return (letter instanceof EncryptedTo && !(letter instanceof Letter.Receipt)) || letter instanceof TriedOnce;
    }
}
