package org.embargo.model;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The form of a release's tag (setting {@code tag-pattern}): {@code *} stands for the version, as in {@code v*}. */
public record TagPattern(String before, String after) {

    public TagPattern {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** The pattern that {@code text} is; empty where it has not exactly one {@code *}, or makes no tag. */
    public static Optional<TagPattern> parse(String text) {
        int star = text.indexOf('*');
        return star < 0 || text.indexOf('*', star + 1) >= 0
                ? Optional.empty()
                : Optional.of(new TagPattern(text.substring(0, star), text.substring(star + 1)))
                        .filter(pattern -> RefName.parse(pattern.before + "1.0" + pattern.after)
                                .isPresent());
    }

    /** The tag of {@code version}. */
    public RefName tag(ReleaseVersion version) {
        return new RefName(before + version + after);
    }

    /** The version that {@code tag} stands for. */
    public Optional<ReleaseVersion> version(String tag) {
        return tag.length() > before.length() + after.length() && tag.startsWith(before) && tag.endsWith(after)
                ? ReleaseVersion.parse(tag.substring(before.length(), tag.length() - after.length()))
                : Optional.empty();
    }

    /** The versions among {@code tags}, in their order. */
    public List<ReleaseVersion> versions(Collection<String> tags) {
        return tags.stream().flatMap(tag -> version(tag).stream()).sorted().toList();
    }
}
