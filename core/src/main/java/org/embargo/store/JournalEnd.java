package org.embargo.store;

/**
 * The newest line of a desk's journal.
 *
 * @param number how many lines there are
 * @param mac    the newest one's MAC; nothing before the first
 */
public record JournalEnd(long number, String mac) {
    static final JournalEnd EMPTY = new JournalEnd(0, "");

    /** Whichever has seen more. */
    JournalEnd later(JournalEnd other) {
        return other.number > number ? other : this;
    }
}
