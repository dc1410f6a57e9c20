package org.embargo.desk.check;

import java.util.Objects;

/** One line of what a check found. It names files, desks and cases, and nothing that is confidential. */
public record CheckFinding(Level level, String text) {

    public CheckFinding {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
    }

    /** How much it matters. */
    public enum Level {
        OK,
        /** A person should look. */
        WARN,
        /** A mail or a date is at risk, or a start would fail. */
        ERROR
    }

    @Override
    public String toString() {
        return String.format("%-5s %s", level.name().toLowerCase(java.util.Locale.ROOT), text);
    }
}
