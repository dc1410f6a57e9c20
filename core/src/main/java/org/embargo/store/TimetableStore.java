package org.embargo.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;

/**
 * What is to come and when. Claim in one transaction; then do the step's effect and {@link #done} in another: where
 * {@code done} says no, roll back by throwing, for somebody else has the step.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class TimetableStore {

    TimetableStore() {}

    /** Sets when a step is due, whether it was there or not; a claim on it is lost. */
    public void schedule(TimetableKey key, Instant due) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Strikes a step off; a claim on it is lost. */
    public void cancel(TimetableKey key) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes steps that are due, the longest due first. Leases that have ended are released first. */
    public List<ClaimedStep> claimDue(Instant now, int limit, Duration lease) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Strikes off a step that is done in this transaction; false where the claim was lost. */
    public boolean done(ClaimedStep step) {
        throw new UnsupportedOperationException("not yet");
    }

    /** As {@link #done}, for a step that comes again at {@code due}. */
    public boolean doneUntil(ClaimedStep step, Instant due) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The step failed and is tried again at {@code due}; false where the claim was lost. */
    public boolean failed(ClaimedStep step, String errorCode, Instant due) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<TimetableRow> find(TimetableKey key) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The steps of a case that are to come, in order. */
    public List<TimetableRow> of(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** When the next step is due or the next lease ends. */
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException("not yet");
    }
}
