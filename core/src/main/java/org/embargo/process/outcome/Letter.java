package org.embargo.process.outcome;

/**
 * A letter as data: what it says, before wording, signing and encryption.
 *
 * <p>The names of records and components are the stored form in the outbox, sealed there.
 */
public sealed interface Letter
        permits BookLetter,
                ClockLetter,
                MemberLetter,
                NoticeLetter,
                PostLetter,
                ReporterLetter,
                StrangerLetter,
                TeamLetter {

    /** May it ever leave unencrypted? Nothing falls back to clear text that says no here. */
    boolean mayGoInClear();
}
