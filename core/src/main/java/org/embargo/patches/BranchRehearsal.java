package org.embargo.patches;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.embargo.content.Content;
import org.embargo.model.Confidential;
import org.embargo.model.PatchIdentity;
import org.embargo.model.RefName;

/** What became of a series on one branch. */
public sealed interface BranchRehearsal {

    RefName branch();

    /** Whether it can be approved and pushed. */
    default boolean applies() {
        return this instanceof Applies;
    }

    /**
     * It applies.
     *
     * @param base     the commit it was applied to
     * @param threeWay whether git had to merge: somebody should look at the result
     * @param diff     the whole change as git makes it; this is what is approved and sent
     * @param patchIds of the whole change and of each commit, to find them in public
     * @param unusual  what needs a member's word
     */
    record Applies(
            RefName branch,
            String base,
            boolean threeWay,
            Content diff,
            PatchIdentity identity,
            Set<String> patchIds,
            List<UnusualContent> unusual)
            implements BranchRehearsal {

        public Applies {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(diff, "diff");
            Objects.requireNonNull(identity, "identity");
            patchIds = Set.copyOf(patchIds);
            unusual = List.copyOf(unusual);
        }
    }

    /**
     * It does not apply.
     *
     * @param patch    which of the series, counted from 1; 0 where git does not say
     * @param places   where, as far as git says
     * @param conflict what a three-way merge left, cut where it is long
     */
    record Fails(RefName branch, String base, int patch, List<FailedPlace> places, Confidential conflict)
            implements BranchRehearsal {

        public Fails {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(base, "base");
            places = List.copyOf(places);
            Objects.requireNonNull(conflict, "conflict");
        }
    }

    /** The repository has no such branch. */
    record NoBranch(RefName branch) implements BranchRehearsal {}

    /** The branch holds all of it already: in public, perhaps early. */
    record NothingLeft(RefName branch, String base) implements BranchRehearsal {}

    /**
     * A place where a patch fails.
     *
     * @param line of the hunk; 0 where the whole file is to blame
     */
    record FailedPlace(Confidential path, int line) {}
}
