package org.embargo.model;

import java.util.List;
import java.util.Objects;

/**
 * The patch of one branch as it is attached to the advance notice.
 *
 * @param diff packed, see {@link PackedBytes}
 */
public record PatchFile(String name, Confidential diff) {

    public PatchFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(diff, "diff");
    }

    /** One for each branch whose patches can be sent. */
    public static List<PatchFile> of(Patches patches) {
        return patches.branches().stream()
                .flatMap(each -> each.result().stream().map(made -> new PatchFile(name(each.branch()), made.diff())))
                .toList();
    }

    public static String name(RefName branch) {
        return branch.value().replace('/', '-') + ".patch";
    }
}
