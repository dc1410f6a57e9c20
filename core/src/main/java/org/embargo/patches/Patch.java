package org.embargo.patches;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Confidential;

/**
 * One patch of a series, checked for form: nothing but diffs, in git's writing.
 *
 * @param author  {@code NAME <ADDRESS>} where the patch names one
 * @param diff    the bytes of the diff, each as one character from 0 to 255
 * @param windows the same diff with its lines' content ending in CR, where every line of the patch came with CRLF and so nobody
 *                can tell whether the file's lines do; it is tried when the first does not apply
 * @param changes the files it names
 */
public record Patch(
        Optional<Confidential> author, Confidential diff, Optional<Confidential> windows, List<FileChange> changes) {

    public Patch {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(diff, "diff");
        Objects.requireNonNull(windows, "windows");
        changes = List.copyOf(changes);
    }
}
