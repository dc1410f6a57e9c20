package org.embargo.desk;

import java.time.Instant;
import java.util.Objects;
import org.embargo.model.Randomness;
import org.embargo.process.Mailing;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/**
 * A step at the moment it is done, with what it may use.
 *
 * @param row as it stood in the timetable
 */
record DueStep(Transaction tx, OpenDesk desk, TimetableRow row, Randomness randomness, Instant now) {

    DueStep {
        Objects.requireNonNull(tx, "tx");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(randomness, "randomness");
        Objects.requireNonNull(now, "now");
    }

    Mailing mailing() {
        return new Mailing(desk.roster(now), randomness, now);
    }

    CaseCommit commit() {
        return new CaseCommit(tx, desk, now);
    }
}
