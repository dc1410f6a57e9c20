package org.embargo.store;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.DeskName;

/** Looks for the first damage in one desk's journal, against what the witness has seen. One thread. */
final class JournalCheck {
    private final JournalRows rows;
    private final DeskName desk;
    private final Optional<JournalEnd> seen;

    JournalCheck(JournalRows rows, DeskName desk, Optional<JournalEnd> seen) {
        this.rows = rows;
        this.desk = desk;
        this.seen = seen;
    }

    /** The end alone: is the line that the witness saw still there, and does the journal end where it says? */
    Optional<JournalDamage> end() {
        Optional<JournalEnd> recorded = rows.end(desk);
        if (seen.isEmpty()) {
            return recorded.isEmpty() ? Optional.empty() : damage(JournalDamage.Kind.WITNESS_MISSING, 0);
        }
        Optional<JournalDamage> atWitness = holds(seen.get(), JournalDamage.Kind.WITNESS_DIFFERS);
        return atWitness.or(() -> holds(recorded.orElse(JournalEnd.EMPTY), JournalDamage.Kind.CHANGED));
    }

    /** Every line, and the end. */
    Optional<JournalDamage> all() {
        Optional<JournalEnd> recorded = rows.end(desk);
        Optional<JournalDamage> inside = rows.through(desk, this::firstBroken);
        return inside.or(this::end).or(() -> holds(recorded.orElse(JournalEnd.EMPTY), JournalDamage.Kind.CHANGED));
    }

    private Optional<JournalDamage> firstBroken(Stream<JournalRow> lines) {
        JournalEnd before = JournalEnd.EMPTY;
        for (Iterator<JournalRow> each = lines.iterator(); each.hasNext(); ) {
            JournalRow row = each.next();
            if (row.number() != before.number() + 1) {
                return damage(JournalDamage.Kind.MISSING, before.number() + 1);
            }
            if (!row.previousMac().equals(before.mac())
                    || row.verified(rows.sealer()).isEmpty()) {
                return damage(JournalDamage.Kind.CHANGED, row.number());
            }
            before = row.asEnd();
        }
        return Optional.empty();
    }

    /** Whether the journal has the line {@code end}, genuine. */
    private Optional<JournalDamage> holds(JournalEnd end, JournalDamage.Kind otherwise) {
        if (end.number() == 0) {
            return Optional.empty();
        }
        Optional<JournalRow> row = rows.at(desk, end.number());
        if (row.isEmpty()) {
            return damage(JournalDamage.Kind.CUT_OFF, end.number());
        }
        boolean genuine = row.get().asEnd().equals(end)
                && row.get().verified(rows.sealer()).isPresent();
        return genuine ? Optional.empty() : damage(otherwise, end.number());
    }

    private Optional<JournalDamage> damage(JournalDamage.Kind kind, long number) {
        return Optional.of(new JournalDamage(desk, kind, number));
    }
}
