package org.embargo.model;

import java.util.Objects;

/**
 * A text that must not show up in logs or exception texts: a subject, a name, what somebody wrote.
 *
 * <p>It prints as its length alone, so that a record that holds it can be logged without telling anything.
 *
 * @param text the text itself; whoever calls {@link #text()} answers for where it goes
 */
public record Confidential(String text) {

    public Confidential {
        Objects.requireNonNull(text, "text");
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return "[withheld, " + text.length() + " characters]";
    }
}
