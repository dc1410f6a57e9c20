package org.embargo.desk.open;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.model.Case;
import org.embargo.process.timetable.TimetablePlanner;
import org.embargo.store.Store;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/**
 * What a step may use before its transaction.
 *
 * @param row as it was claimed
 */
public record Preparation(Desks desks, TimetableRow row, Clock clock) {

    public Preparation {
        Objects.requireNonNull(desks, "desks");
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(clock, "clock");
    }

    public Store store() {
        return desks.store();
    }

    /** With its team as the desk's book has it by now. */
    public OpenDesk desk() {
        return desks.present(row.key().desk());
    }

    /** As {@link #desk()}, as this transaction sees it. */
    public OpenDesk desk(Transaction tx) {
        return desks.desk(tx, row.key().desk());
    }

    /** The case, where the step is due by its journal. */
    public Optional<Case> due() {
        Instant now = clock.instant();
        Predicate<Case> isDue = current -> TimetablePlanner.plan(current, desk().clocks()).stream()
                .anyMatch(each -> each.clock().word().equals(row.key().kind())
                        && !each.at().isAfter(now));
        return store().reading(tx -> row.key().caseId().flatMap(tx.journal()::find))
                .filter(isDue);
    }
}
