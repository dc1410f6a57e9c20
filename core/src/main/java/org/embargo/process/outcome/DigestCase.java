package org.embargo.process.outcome;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.process.timetable.CaseClocks;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;

/**
 * An open case as the digest shows it.
 *
 * @param state empty where the case's journal is damaged, and so nothing more is known of it
 * @param clock what a human must do next
 * @param due   until when; present with the clock
 */
public record DigestCase(
        CaseId id,
        Optional<CaseState> state,
        Optional<Instant> filed,
        Optional<CaseClock> clock,
        Optional<Instant> due) {

    public DigestCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(filed, "filed");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(due, "due");
    }

    public static DigestCase of(Case current, CaseClocks clocks) {
        Optional<PlannedStep> next = TimetablePlanner.plan(current, clocks).stream()
                .filter(step -> !step.clock().isRoutine())
                .min(Comparator.comparing(PlannedStep::due));
        return new DigestCase(
                current.id(),
                Optional.of(current.state()),
                current.filed(),
                next.map(PlannedStep::clock),
                next.map(PlannedStep::due));
    }

    /** A case that can't be read. */
    public static DigestCase damaged(CaseId id) {
        return new DigestCase(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isLateAt(Instant moment) {
        return due.filter(moment::isAfter).isPresent();
    }
}
