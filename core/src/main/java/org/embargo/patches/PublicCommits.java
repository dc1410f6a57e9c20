package org.embargo.patches;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Diffs and patch ids of commits, made with the same options everywhere, so that they compare. */
final class PublicCommits {

    private PublicCommits() {}

    /** @param commits one id a line */
    static byte[] diffs(PrivateClone clone, byte[] commits) {
        return clone.require(
                commits,
                "diff-tree",
                "--stdin",
                "-p",
                "-r",
                "--root",
                "--binary",
                "--full-index",
                "--find-renames",
                "--no-ext-diff",
                "--no-textconv",
                "--no-color");
    }

    /** Lines of a patch id, a blank, and the commit's id. */
    static List<String> patchIds(PrivateClone clone, byte[] diffs) {
        String lines = new String(clone.require(diffs, "patch-id", "--stable"), StandardCharsets.US_ASCII);
        return Arrays.stream(lines.split("\n", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
