package org.embargo.process.outcome;

/** A letter to an address of which nothing is known; it may be anybody's. */
public sealed interface StrangerLetter extends Letter {

    /** To a From address that nothing proves: mail in your name arrived. Without token, at most once a day. */
    record UnprovenNote() implements StrangerLetter {
        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }

    /** The desk's certificate and fingerprint, to whoever asked. */
    record KeyAnswer() implements StrangerLetter {
        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }
}
