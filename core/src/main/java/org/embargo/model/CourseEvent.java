package org.embargo.model;

import java.util.Objects;
import java.util.Optional;

/** The team took the case a step on, ended it, or stopped it. */
public sealed interface CourseEvent extends CaseEvent {

    /** The team took it as an issue. */
    record CaseAccepted() implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.state = CaseState.ACCEPTED);
        }
    }

    /** The team did not take it as an issue. */
    record CaseRejected() implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.end(CaseState.REJECTED));
        }
    }

    /** It is known already. */
    record CaseDuplicate(CaseId of) implements CourseEvent {
        public CaseDuplicate {
            Objects.requireNonNull(of, "of");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.end(CaseState.DUPLICATE));
        }
    }

    /**
     * Nothing is left to do.
     *
     * @param junk nobody needed it
     */
    record CaseClosed(boolean junk) implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.end(CaseState.CLOSED));
        }
    }

    /** It goes on where it stood before it came to its end. */
    record CaseReopened() implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.state = draft.endedFrom.orElse(draft.state);
                draft.endedFrom = Optional.empty();
            });
        }
    }

    /** Nothing of the case leaves to anybody outside, but receipts. */
    record CaseHeld() implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.held = true);
        }
    }

    /** What was kept back leaves. */
    record CaseResumed() implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.held = false;
                draft.patches = draft.patches.retried();
            });
        }
    }

    /** What had failed is tried again. */
    record StepsRetried() implements CourseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.retried());
        }
    }
}
