package org.embargo.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What patches make of a branch: this is approved, and sent with the advance notice.
 *
 * @param base     the commit they were applied to; empty where they were not
 * @param diff     in gzip, in base64
 * @param sha256   of the diff, in hexadecimal
 * @param identity what must be the same at the push; empty where they were not applied
 * @param patchIds of the whole change and of each commit
 * @param authors  of its commits, as the patches name them; blank for a patch that names none
 * @param unusual  what needs a member's word
 */
public record PatchResult(
        String base,
        Confidential diff,
        String sha256,
        Optional<PatchIdentity> identity,
        Set<String> patchIds,
        List<Confidential> authors,
        List<Unusual> unusual) {

    public PatchResult {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(diff, "diff");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(identity, "identity");
        patchIds = Set.copyOf(patchIds);
        authors = List.copyOf(authors);
        unusual = List.copyOf(unusual);
    }

    /** Whether it is the same patch, although the branch may have moved on. */
    boolean isSameAs(PatchResult other) {
        return unusual.equals(other.unusual)
                && authors.equals(other.authors)
                && (identity.isPresent() ? identity.equals(other.identity) : sha256.equals(other.sha256));
    }

    /**
     * Something that may run or redirect something.
     *
     * @param kind in a word, such as {@code link}
     */
    public record Unusual(String kind, Confidential path) {
        public Unusual {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(path, "path");
        }
    }
}
