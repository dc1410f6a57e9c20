package org.embargo.patches;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TagPattern;

/** The releases that a repository's tags show. Only reads. Safe for use by many threads. */
public final class ReleaseTags {

    private static final String TAGS = "refs/tags/";

    private final GitSettings settings;
    private final WorkFolder folder;

    public ReleaseTags(GitSettings settings, WorkFolder folder) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * The versions of all tags that fit {@code pattern}, in their order.
     *
     * @throws GitException when git or the repository fails
     */
    public List<ReleaseVersion> versions(URI repository, TagPattern pattern) {
        try (PrivateClone clone = PrivateClone.open(folder, settings, repository)) {
            return pattern.versions(clone.refs().keySet().stream()
                    .filter(ref -> ref.startsWith(TAGS))
                    .map(ref -> ref.substring(TAGS.length()))
                    .toList());
        }
    }
}
