package org.embargo.process.timetable;

import java.time.Instant;
import java.util.Objects;
import org.embargo.model.CaseClock;

/**
 * A step that is to come in a case.
 *
 * @param due until when a human must have acted
 * @param at  when the desk reminds the team of it; in the past where that is overdue
 */
public record PlannedStep(CaseClock clock, Instant due, Instant at) {

    public PlannedStep {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(at, "at");
    }
}
