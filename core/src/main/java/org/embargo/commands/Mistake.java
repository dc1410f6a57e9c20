package org.embargo.commands;

import java.util.Objects;
import org.embargo.process.words.Refusal;

/**
 * Something in a mail that can't be read as the commands it should be.
 *
 * @param line counted from 1
 * @param why  what was read, and what was probably meant
 */
public record Mistake(int line, Refusal why) {

    public Mistake {
        Objects.requireNonNull(why, "why");
    }
}
