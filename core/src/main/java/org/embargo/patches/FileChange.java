package org.embargo.patches;

import java.util.Objects;
import org.embargo.model.Confidential;

/**
 * What a patch does to one file, as far as its name and mode go.
 *
 * @param oldMode as git writes it, such as {@code 100644}; zero for a file that is new, or where the patch doesn't say
 * @param newMode zero for a file that goes, or where the patch doesn't say
 */
public record FileChange(Confidential oldPath, Confidential newPath, int oldMode, int newMode) {

    public FileChange {
        Objects.requireNonNull(oldPath, "oldPath");
        Objects.requireNonNull(newPath, "newPath");
    }
}
