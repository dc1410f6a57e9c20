package org.embargo.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;

/**
 * An open case as the digest shows it.
 *
 * @param clock what a human must do next
 * @param due   until when; present with the clock
 */
public record DigestCase(
        CaseId id, CaseState state, Optional<Instant> filed, Optional<CaseClock> clock, Optional<Instant> due) {

    public DigestCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(filed, "filed");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(due, "due");
    }

    public static DigestCase of(Case current, CaseClocks clocks) {
        Optional<PlannedStep> next =
                TimetablePlanner.plan(current, clocks).stream().min(Comparator.comparing(PlannedStep::due));
        return new DigestCase(
                current.id(),
                current.state(),
                current.filed(),
                next.map(PlannedStep::clock),
                next.map(PlannedStep::due));
    }

    public boolean isLateAt(Instant moment) {
        return due.filter(moment::isAfter).isPresent();
    }
}
