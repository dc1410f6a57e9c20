package org.embargo.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<RefName, String> names = names(patches);
        return patches.branches().stream()
                .flatMap(each ->
                        each.result().stream().map(made -> new PatchFile(nameOf(names, each.branch()), made.diff())))
                .toList();
    }

    /** What the file of {@code branch} is called among those of {@code patches}. */
    public static String name(Patches patches, RefName branch) {
        return nameOf(names(patches), branch);
    }

    /** No two the same: {@code a/b} gives way to {@code a-b}, which has its own name. */
    private static Map<RefName, String> names(Patches patches) {
        Map<RefName, String> names = new HashMap<>();
        patches.branches().stream()
                .map(BranchPatch::branch)
                .sorted(Comparator.comparing((RefName branch) -> branch.value().contains("/"))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(branch -> names.put(branch, free(branch.value().replace('/', '-'), names.values())));
        return names;
    }

    private static String free(String wanted, Collection<String> taken) {
        String name = wanted + ".patch";
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + "-" + number + ".patch";
        }
        return name;
    }

    private static String nameOf(Map<RefName, String> names, RefName branch) {
        return Objects.requireNonNull(names.get(branch), "no patches for this branch");
    }
}
