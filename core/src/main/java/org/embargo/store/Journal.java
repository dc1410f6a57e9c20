package org.embargo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;

/**
 * The cases as their events made them. Every line bears a keyed MAC over itself and the MAC of the desk's line before, so
 * that a changed or missing line shows.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Journal {

    Journal() {}

    /**
     * The case, folded from its lines after each was verified; empty where there is none of that id.
     *
     * @throws JournalDamageException when a line does not hold
     */
    public Optional<Case> find(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The lines of a case, verified, oldest first; empty where there is none of that id. */
    public List<JournalLine> lines(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Appends what was decided on {@code current}. A case at version 0 is opened; take its number from
     * {@link CaseIndex#isFree}.
     *
     * @return the case after the events
     * @throws StaleCaseException when {@code current} is not the newest version, or its new number was taken meanwhile
     */
    public Case append(Case current, List<CaseEvent> events, Actor actor, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }
}
