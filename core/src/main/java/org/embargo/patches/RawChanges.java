package org.embargo.patches;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.embargo.model.Confidential;

/** Names and modes of what changed, as git says after it has applied a patch. */
final class RawChanges {

    private final PrivateClone clone;

    RawChanges(PrivateClone clone) {
        this.clone = clone;
    }

    List<FileChange> between(String from, String to) {
        byte[] raw = clone.require(
                PrivateClone.NO_INPUT, "diff-tree", "-r", "-z", "--raw", "--find-renames", "--no-abbrev", from, to);
        return read(new String(raw, StandardCharsets.UTF_8).split("\0", -1));
    }

    /** {@code :OLDMODE NEWMODE OLDID NEWID KIND}, then one path, or two of a renamed or copied file. */
    private static List<FileChange> read(String[] fields) {
        List<FileChange> changes = new ArrayList<>();
        int at = 0;
        while (at + 1 < fields.length) {
            String[] head = fields[at].substring(1).split(" ", -1);
            boolean two = head[4].startsWith("R") || head[4].startsWith("C");
            Confidential old = new Confidential(fields[at + 1]);
            Confidential now = new Confidential(fields[at + (two ? 2 : 1)]);
            changes.add(new FileChange(old, now, Integer.parseInt(head[0], 8), Integer.parseInt(head[1], 8)));
            at += two ? 3 : 2;
        }
        return changes;
    }
}
