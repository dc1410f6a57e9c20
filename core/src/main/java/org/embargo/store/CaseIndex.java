package org.embargo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;

/** The table of cases: it serves look-ups only, decides nothing, and can be rebuilt from the journal. */
@SuppressWarnings("DoNotCallSuggester")
public final class CaseIndex {

    CaseIndex() {}

    /** Whether no case has this id; another transaction may still be faster, which then shows when appending. */
    public boolean isFree(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<DeskName> deskOf(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cases of a desk that are not closed, oldest first. */
    public List<CaseId> open(DeskName desk) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cases filed at or after {@code since}, oldest first. */
    public List<CaseId> filedSince(DeskName desk, Instant since) {
        throw new UnsupportedOperationException("not yet");
    }
}
