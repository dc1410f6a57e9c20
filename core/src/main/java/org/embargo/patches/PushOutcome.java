package org.embargo.patches;

import java.util.List;
import org.embargo.model.Confidential;
import org.embargo.model.PlannedRef;
import org.embargo.model.RefName;

/** What became of a push. Only after {@link Pushed} and {@link AlreadyThere} anything is public. */
public sealed interface PushOutcome {

    /** Whether the commits are in the repository. */
    default boolean isThere() {
        return this instanceof Pushed || this instanceof AlreadyThere;
    }

    /** All of it was pushed just now. */
    record Pushed(List<PlannedRef> refs) implements PushOutcome {

        public Pushed {
            refs = List.copyOf(refs);
        }
    }

    /** An earlier push, recorded before it was made, had come through: nothing was pushed now. */
    record AlreadyThere(List<PlannedRef> refs) implements PushOutcome {

        public AlreadyThere {
            refs = List.copyOf(refs);
        }
    }

    /** Of an earlier push some are there and some are not, although it was one: somebody took them back. A human must look. */
    record PartlyThere(List<PlannedRef> there, List<PlannedRef> missing) implements PushOutcome {

        public PartlyThere {
            there = List.copyOf(there);
            missing = List.copyOf(missing);
        }
    }

    /** It would tell what it fixes. */
    record NotNeutral(List<NeutralityCheck.Breach> breaches) implements PushOutcome {

        public NotNeutral {
            breaches = List.copyOf(breaches);
        }
    }

    /** At least one branch does not take its patches any more; all branches' rehearsals. */
    record DoesNotApply(List<BranchRehearsal> rehearsals) implements PushOutcome {

        public DoesNotApply {
            rehearsals = List.copyOf(rehearsals);
        }
    }

    /** The result is no longer what was approved on {@code branches}; all branches' rehearsals. */
    record Differs(List<RefName> branches, List<BranchRehearsal> rehearsals) implements PushOutcome {

        public Differs {
            branches = List.copyOf(branches);
            rehearsals = List.copyOf(rehearsals);
        }
    }

    /** Tags that exist already, and are not ours. */
    record TagExists(List<RefName> tags) implements PushOutcome {

        public TagExists {
            tags = List.copyOf(tags);
        }
    }

    /** Branches moved between rehearsal and push, each time it was tried. */
    record Moved(int tries) implements PushOutcome {}

    /**
     * The repository refused: a hook, a protected branch, missing rights.
     *
     * @param reason what it said; for the team alone
     */
    record Refused(Confidential reason) implements PushOutcome {}
}
