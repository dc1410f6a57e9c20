package org.embargo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The team's patches for one branch, and what the last rehearsal said of them.
 *
 * @param mail     in which they came; its archived, sealed file keeps them
 * @param state    how they stand
 * @param result   what they make of the branch; present where they can be sent
 * @param failures where they fail, or why they can't be used
 * @param allowed  paths of unusual content that a member has admitted
 */
public record BranchPatch(
        RefName branch,
        IntakeId mail,
        State state,
        Optional<PatchResult> result,
        List<Confidential> failures,
        List<Confidential> allowed) {

    public BranchPatch {
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(result, "result");
        failures = List.copyOf(failures);
        allowed = List.copyOf(allowed);
        if (state.isGood() != result.isPresent()) {
            throw new IllegalArgumentException("patches that can be used have a result, others have none");
        }
    }

    /** Patches that have just come. */
    static BranchPatch given(RefName branch, IntakeId mail) {
        return new BranchPatch(branch, mail, State.GIVEN, Optional.empty(), List.of(), List.of());
    }

    /** Unusual content that nobody has admitted. */
    public List<PatchResult.Unusual> notAllowed() {
        return result.map(PatchResult::unusual).orElse(List.of()).stream()
                .filter(each -> !allowed.contains(each.path()))
                .toList();
    }

    /** Whether they count as present; otherwise the case lacks them. */
    public boolean counts() {
        return state.isGood() && notAllowed().isEmpty();
    }

    /** The same patches after a rehearsal; a result that is the same patch stays as it was approved. */
    public BranchPatch rehearsed(State now, Optional<PatchResult> made, List<Confidential> whyNot) {
        Optional<PatchResult> kept =
                result.filter(before -> made.filter(before::isSameAs).isPresent());
        return new BranchPatch(branch, mail, now, kept.or(() -> made), whyNot, allowed);
    }

    BranchPatch withAllowed(Confidential path) {
        List<Confidential> more = new ArrayList<>(allowed);
        if (!more.contains(path)) {
            more.add(path);
        }
        return new BranchPatch(branch, mail, state, result, failures, more);
    }

    /** How patches stand. */
    public enum State {
        /** Not rehearsed yet. */
        GIVEN,
        APPLIES,
        /** Git had to merge: somebody should look at the result. */
        THREE_WAY,
        /** There is no repository to rehearse in; they are sent as they came and pushed nowhere. */
        NOT_TRIED,
        FAILS,
        NO_BRANCH,
        /** The branch holds all of it already. */
        NOTHING_LEFT,
        /** The result is larger than a notice may carry. */
        TOO_LARGE,
        /** Its attachments can't be read any more. */
        UNREADABLE;

        public boolean isGood() {
            return this == APPLIES || this == THREE_WAY || this == NOT_TRIED;
        }
    }
}
