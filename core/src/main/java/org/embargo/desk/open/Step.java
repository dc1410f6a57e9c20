package org.embargo.desk.open;

/** What is done when one kind of step of a timetable is due. Immutable; safe for use by many threads. */
public interface Step {

    /** Its word in the timetable; no other step's. */
    String kind();

    /**
     * Does what is due, in the transaction in which the step is struck off. A step that comes again plans itself. It has
     * no effect outside the transaction, and may throw: then nothing has happened, and it is tried again later.
     */
    void run(DueStep due);

    /**
     * Asks the world outside what the step needs to know, before the transaction in which it is done. It may take long, and
     * may throw: then the step is tried again later.
     *
     * @return the step to be done
     */
    default Step prepared(Preparation before) {
        return this;
    }

    /** Whether {@link #prepared} may take long: such steps wait for those of their own desk, and for no other. */
    default boolean asksOutside() {
        return false;
    }

    /** Whether what it does can be taken back; otherwise it waits while the server's clock is in doubt. */
    default boolean canBeUndone() {
        return true;
    }
}
