package org.embargo.mail;

/** How much of what a mail shows is covered by its signatures. */
public enum Coverage {
    /** All that is shown. */
    WHOLE,
    /** A part; the rest must not be presented as signed. */
    PART,
    NOTHING
}
