package org.embargo.commands;

import org.embargo.process.words.Remark;

/**
 * Something in a mail that can't be read as the commands it should be.
 *
 * @param line counted from 1
 * @param why  what was read, and what was probably meant
 */
public record Mistake(int line, Remark why) {

    public Mistake {
        why.requireRefusal();
    }
}
