package org.embargo.config;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One mistake of a configuration, as its operator is told. It may name addresses: for his terminal, not for the log.
 *
 * @param line   counted from 1; 0 where no line is at fault
 * @param key    empty where the whole file is meant
 * @param found  what was read instead
 * @param advice what was expected, or what to do
 */
public record ConfigProblem(Path file, int line, String key, String found, String advice) {

    public ConfigProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(advice, "advice");
    }

    /** A mistake of the file as a whole. */
    public static ConfigProblem of(Path file, String found, String advice) {
        return new ConfigProblem(file, 0, "", found, advice);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + found + "; " + advice;
    }
}
