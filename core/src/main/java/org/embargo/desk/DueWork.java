package org.embargo.desk;

import java.time.Instant;
import java.util.Optional;

/** What comes due by itself: mails to take up, letters to send, steps of timetables. Safe for use by many threads. */
public interface DueWork {

    /** Does everything that is due now, and returns. May be called at any time, and twice. */
    void runDue();

    /** When something is due next; empty when nothing is planned. */
    Optional<Instant> nextDue();

    /** Has {@code wake} called whenever something new was planned, from whichever thread planned it. */
    void onPlanned(Runnable wake);
}
