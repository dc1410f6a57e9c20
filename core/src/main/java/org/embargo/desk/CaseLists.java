package org.embargo.desk;

import java.time.Duration;
import java.time.Instant;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/** Plans the lists of new cases that a flooded team gets instead of a mail for each. */
final class CaseLists {

    /** The step's kind in the timetable. */
    static final String KIND = "new-cases";

    static final Duration EVERY = Duration.ofMinutes(15);

    private CaseLists() {}

    /** Plans the next list, unless one is planned already. */
    static void plan(Transaction tx, TimetableKey key, Instant now) {
        if (tx.timetable().find(key).isEmpty()) {
            tx.timetable().schedule(key, now.plus(EVERY));
        }
    }
}
