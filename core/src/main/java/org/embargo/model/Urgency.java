package org.embargo.model;

/** Whether a case may take its time. */
public enum Urgency {
    NONE,
    /** Used in the wild: notice at once, disclosure soon after. */
    EXPLOITED,
    /** Public already: disclosure at once. */
    LEAKED
}
