package org.embargo.letters;

import java.util.Objects;

/**
 * What a letter says, before it becomes a mail.
 *
 * @param subject without the case id before it; on one line
 * @param body    lines of text, each ending in LF
 */
record Wording(String subject, String body) {

    Wording {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
        return "[wording withheld]";
    }
}
