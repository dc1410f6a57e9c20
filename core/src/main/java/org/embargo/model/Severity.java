package org.embargo.model;

import java.util.Objects;
import java.util.Optional;

/**
 * How bad an issue is.
 *
 * @param score what the vector comes to, as CVSS prints it, {@code 9.8}; empty without a vector
 */
public record Severity(Level level, Optional<String> vector, Optional<String> score) {

    public Severity {
        Objects.requireNonNull(level, "level");
        if (vector.isPresent() != score.isPresent()) {
            throw new IllegalArgumentException("a vector and its score stand together");
        }
    }

    /** The words of CVSS; {@code moderate} is its medium. */
    public enum Level {
        NONE,
        LOW,
        MODERATE,
        HIGH,
        CRITICAL
    }
}
