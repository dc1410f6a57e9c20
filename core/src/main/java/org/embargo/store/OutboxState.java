package org.embargo.store;

/** Where a letter stands on its way out; the table of moves is {@code docs/crash-table.md}. */
public enum OutboxState {
    /** Decided and committed; due at a stated time. */
    PENDING,
    /** One runner has it until its lease ends. */
    CLAIMED,
    /** The mail server's queue has it. */
    HANDED_OVER,
    /** The relay took it. */
    SENT,
    /** The relay or a bounce refused it. */
    BOUNCED,
    /** A person must act. */
    HELD,
    /** It must not go any more. */
    CALLED_OFF
}
