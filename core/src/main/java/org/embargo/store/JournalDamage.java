package org.embargo.store;

import java.util.Objects;
import org.embargo.model.DeskName;

/**
 * Why a desk's journal can't be trusted.
 *
 * @param number the line of the desk's journal at which it shows; 0 for the journal as a whole
 */
public record JournalDamage(DeskName desk, Kind kind, long number) {

    public JournalDamage {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public String toString() {
        return "journal of " + desk + ": " + kind + " at line " + number;
    }

    /** What is wrong. */
    public enum Kind {
        /** A line is not what was written: its MAC or its seal does not hold. */
        CHANGED,
        /** A line is gone, or stands where another belongs. */
        MISSING,
        /** The journal ends before the line that the witness saw. */
        CUT_OFF,
        /** The witness saw another line at this number: the journal was cut and written on. */
        WITNESS_DIFFERS,
        /** There is a journal and no readable witness. */
        WITNESS_MISSING
    }
}
