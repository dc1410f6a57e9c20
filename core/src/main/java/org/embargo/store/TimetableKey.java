package org.embargo.store;

import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;

/**
 * Names a step of a timetable: there is one of a kind in a case, or in a desk.
 *
 * @param caseId empty for what concerns the desk as a whole
 * @param kind   a word of the planner's, at most 60 characters
 */
public record TimetableKey(DeskName desk, Optional<CaseId> caseId, String kind) {

    public TimetableKey {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(kind, "kind");
    }

    public static TimetableKey of(DeskName desk, CaseId caseId, String kind) {
        return new TimetableKey(desk, Optional.of(caseId), kind);
    }

    public static TimetableKey of(DeskName desk, String kind) {
        return new TimetableKey(desk, Optional.empty(), kind);
    }
}
