package org.embargo.desk.open;

import java.time.Instant;
import java.util.Objects;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Mailing;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/**
 * A step at the moment it is done, with what it may use.
 *
 * @param row as it stood in the timetable
 */
public record DueStep(Transaction tx, OpenDesk desk, TimetableRow row, Randomness randomness, Instant now) {

    public DueStep {
        Objects.requireNonNull(tx, "tx");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(randomness, "randomness");
        Objects.requireNonNull(now, "now");
    }

    public Mailing mailing() {
        return new Mailing(desk.roster(now), randomness, now);
    }

    public CaseCommit commit() {
        return new CaseCommit(tx, desk, now);
    }
}
