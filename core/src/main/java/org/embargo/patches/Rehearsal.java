package org.embargo.patches;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.embargo.model.RefName;

/**
 * Tries patches on the branches as they are now, in a private clone that is thrown away: nothing of it reaches the
 * configured repository. Safe for use by many threads.
 */
public final class Rehearsal {

    private final GitSettings settings;
    private final WorkFolder folder;

    public Rehearsal(GitSettings settings, WorkFolder folder) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * Applies each series to its branch, in the order of the branches' names.
     *
     * @param repository {@code file} or {@code ssh}
     * @throws GitException when git or the repository fails: nothing is known then
     */
    public List<BranchRehearsal> rehearse(URI repository, Map<RefName, PatchSeries> series) {
        try (PrivateClone clone = PrivateClone.open(folder, settings, repository)) {
            return new PatchTrial(clone)
                    .tryAll(series, clone.refs()).stream()
                            .map(PatchTrial.Result::rehearsal)
                            .toList();
        }
    }
}
