package org.embargo.letters;

import org.embargo.process.outcome.OutboxLetter;

/**
 * Which letters a composition serves: all of one composition where it was worded for several readers, else the one.
 *
 * @param first  the letter that was worded
 * @param shared whether others of its composition are served too
 */
record ComposedFor(OutboxLetter first, boolean shared) {

    void require(OutboxLetter letter) {
        boolean served = shared
                ? letter.composition().equals(first.composition())
                        && letter.letter().equals(first.letter())
                : letter.equals(first);
        if (!served) {
            throw new IllegalArgumentException("letter " + letter.id() + " is not the one that was worded");
        }
    }
}
