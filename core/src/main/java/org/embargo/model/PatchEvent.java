package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Something happened to the patches of a case, or in the repository that they are for. */
public sealed interface PatchEvent extends CaseEvent {

    /** A member gave patches; they replace those before for the same branches. */
    record PatchesGiven(List<RefName> branches, IntakeId mail) implements PatchEvent {
        public PatchesGiven {
            branches = List.copyOf(branches);
            Objects.requireNonNull(mail, "mail");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.patches = draft.patches.given(branches, mail);
                draft.dossier = draft.dossier.withPatches();
            });
        }
    }

    /** A member admitted unusual content. */
    record ContentAllowed(RefName branch, Confidential path) implements PatchEvent {
        public ContentAllowed {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(path, "path");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.allowed(branch, path));
        }
    }

    /** They were rehearsed. */
    record PatchesRehearsed(List<BranchPatch> results, Instant at) implements PatchEvent {
        public PatchesRehearsed {
            results = List.copyOf(results);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.rehearsed(results, at));
        }
    }

    /** A push is about to be made: whoever comes after a crash looks for this first. */
    record PushPlanned(List<PlannedRef> refs, Instant at) implements PatchEvent {
        public PushPlanned {
            refs = List.copyOf(refs);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.planned(refs));
        }
    }

    /** They are on their branches, in public. */
    record PatchesPushed(List<PlannedRef> refs, Instant at) implements PatchEvent {
        public PatchesPushed {
            refs = List.copyOf(refs);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.pushed(refs, at));
        }
    }

    /**
     * They were not pushed, and a human must look.
     *
     * @param misfits those that their branches do not take any more, if that was it
     */
    record PushStopped(List<BranchPatch> misfits, Instant at) implements PatchEvent {
        public PushStopped {
            misfits = List.copyOf(misfits);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.stopped(misfits, at));
        }
    }

    /** The operator's program for releases was called. */
    record ReleaseHookCalled(boolean ok, Instant at) implements PatchEvent {
        public ReleaseHookCalled {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.hooked(ok, at));
        }
    }

    /**
     * The repository was looked at.
     *
     * @param come tips of its branches and tags that were not there at the last look
     * @param gone tips that are not there any more
     * @param told finds that the team hears of with this look
     */
    record RepositoryWatched(Instant at, Set<String> come, Set<String> gone, List<Confidential> told)
            implements PatchEvent {
        public RepositoryWatched {
            Objects.requireNonNull(at, "at");
            come = Set.copyOf(come);
            gone = Set.copyOf(gone);
            told = List.copyOf(told);
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.watched(this));
        }
    }
}
