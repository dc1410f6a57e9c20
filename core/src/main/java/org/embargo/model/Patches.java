package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The patches of a case, on their way to the branches.
 *
 * @param branches  one entry for each branch, in the order of their names
 * @param rehearsed when they were last rehearsed; empty while some wait for their first time
 * @param planned   what the last push was to set, recorded before it was made
 * @param pushed    when they were found in the repository
 * @param stopped   when a push stopped that needs a human; empty where it may be tried
 * @param misfits   those that their branches did not take at that push; what was approved stays in {@code branches}
 * @param hooked    when the program for releases was called
 * @param watched   when the repository was last looked at
 * @param seen      tips of its branches and tags at that time
 * @param told      finds in it that the team has heard of
 */
public record Patches(
        List<BranchPatch> branches,
        Optional<Instant> rehearsed,
        List<PlannedRef> planned,
        Optional<Instant> pushed,
        Optional<Instant> stopped,
        List<BranchPatch> misfits,
        Optional<Instant> hooked,
        Optional<Instant> watched,
        Set<String> seen,
        Set<Confidential> told) {

    public static final Patches NONE = new Patches(
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of());

    public Patches {
        branches = List.copyOf(branches);
        Objects.requireNonNull(rehearsed, "rehearsed");
        planned = List.copyOf(planned);
        Objects.requireNonNull(pushed, "pushed");
        Objects.requireNonNull(stopped, "stopped");
        misfits = List.copyOf(misfits);
        Objects.requireNonNull(hooked, "hooked");
        Objects.requireNonNull(watched, "watched");
        seen = Set.copyOf(seen);
        told = Set.copyOf(told);
    }

    /** The patches for {@code branch}; empty where there are none. */
    public Optional<BranchPatch> of(RefName branch) {
        return branches.stream().filter(each -> each.branch().equals(branch)).findFirst();
    }

    /** As {@link #branches}, with those in their places that a push found not to fit any more. */
    public List<BranchPatch> asFound() {
        return branches.stream()
                .map(each -> misfits.stream()
                        .filter(misfit -> misfit.branch().equals(each.branch()))
                        .findFirst()
                        .orElse(each))
                .toList();
    }

    /** Whether there are some, and all of them count. */
    public boolean areReady() {
        return !branches.isEmpty() && branches.stream().allMatch(BranchPatch::counts);
    }

    /** Whether some are to be pushed, and are not. */
    public boolean waitForPush() {
        return pushed.isEmpty() && branches.stream().anyMatch(each -> each.state() != BranchPatch.State.NOT_TRIED);
    }

    Patches given(List<RefName> to, IntakeId mail) {
        List<BranchPatch> changed = new ArrayList<>(branches);
        changed.removeIf(each -> to.contains(each.branch()));
        to.stream().distinct().map(branch -> BranchPatch.given(branch, mail)).forEach(changed::add);
        changed.sort(Comparator.comparing(BranchPatch::branch));
        return with(draft -> draft.branches(changed).rehearsed(Optional.empty()));
    }

    Patches allowed(RefName branch, Confidential path) {
        return with(draft -> draft.branches(branches.stream()
                .map(each -> each.branch().equals(branch) ? each.withAllowed(path) : each)
                .toList()));
    }

    /** What was given anew meanwhile waits for its own rehearsal. */
    Patches rehearsed(List<BranchPatch> results, Instant at) {
        List<BranchPatch> changed = branches.stream()
                .map(each -> results.stream()
                        .filter(result -> result.branch().equals(each.branch())
                                && result.mail().equals(each.mail()))
                        .findFirst()
                        .map(result -> new BranchPatch(
                                each.branch(),
                                each.mail(),
                                result.state(),
                                result.result(),
                                result.failures(),
                                each.allowed()))
                        .orElse(each))
                .toList();
        boolean all = changed.stream().noneMatch(each -> each.state() == BranchPatch.State.GIVEN);
        return with(draft -> draft.branches(changed).rehearsed(all ? Optional.of(at) : Optional.empty()));
    }

    Patches none() {
        return with(draft -> draft.branches(List.of()).rehearsed(Optional.empty()));
    }

    Patches planned(List<PlannedRef> refs) {
        return with(draft -> draft.planned(refs));
    }

    Patches pushed(List<PlannedRef> refs, Instant at) {
        return with(draft -> draft.planned(refs).pushed(Optional.of(at)).stopped(List.of(), Optional.empty()));
    }

    Patches stopped(List<BranchPatch> found, Instant at) {
        return with(draft -> draft.stopped(found, Optional.of(at)));
    }

    Patches hooked(boolean ok, Instant at) {
        return with(draft -> draft.hooked(Optional.of(at)).stopped(misfits, ok ? stopped : Optional.of(at)));
    }

    /** What stopped may be tried again. */
    Patches retried() {
        return stopped.isEmpty()
                ? this
                : with(draft -> draft.stopped(List.of(), Optional.empty()).hooked(Optional.empty()));
    }

    Patches watched(PatchEvent.RepositoryWatched look) {
        Set<String> tips = new HashSet<>(seen);
        tips.removeAll(look.gone());
        tips.addAll(look.come());
        Set<Confidential> all = new HashSet<>(told);
        all.addAll(look.told());
        return with(draft -> draft.watched(Optional.of(look.at())).seen(tips).told(all));
    }

    private Patches with(UnaryOperator<Draft> change) {
        return change.apply(new Draft(this)).finish();
    }

    @Override
    public String toString() {
        return "[withheld, a case's patches]";
    }

    /** A copy in the making. */
    private static final class Draft {
        private List<BranchPatch> branches;
        private Optional<Instant> rehearsed;
        private List<PlannedRef> planned;
        private Optional<Instant> pushed;
        private Optional<Instant> stopped;
        private List<BranchPatch> misfits;
        private Optional<Instant> hooked;
        private Optional<Instant> watched;
        private Set<String> seen;
        private Set<Confidential> told;

        Draft(Patches before) {
            branches = before.branches;
            rehearsed = before.rehearsed;
            planned = before.planned;
            pushed = before.pushed;
            stopped = before.stopped;
            misfits = before.misfits;
            hooked = before.hooked;
            watched = before.watched;
            seen = before.seen;
            told = before.told;
        }

        Draft branches(List<BranchPatch> to) {
            branches = to;
            return this;
        }

        Draft rehearsed(Optional<Instant> at) {
            rehearsed = at;
            return this;
        }

        Draft planned(List<PlannedRef> refs) {
            planned = refs;
            return this;
        }

        Draft pushed(Optional<Instant> at) {
            pushed = at;
            return this;
        }

        Draft stopped(List<BranchPatch> found, Optional<Instant> at) {
            misfits = found;
            stopped = at;
            return this;
        }

        Draft hooked(Optional<Instant> at) {
            hooked = at;
            return this;
        }

        Draft watched(Optional<Instant> at) {
            watched = at;
            return this;
        }

        Draft seen(Set<String> tips) {
            seen = tips;
            return this;
        }

        Draft told(Set<Confidential> to) {
            told = to;
            return this;
        }

        Patches finish() {
            return new Patches(branches, rehearsed, planned, pushed, stopped, misfits, hooked, watched, seen, told);
        }
    }
}
