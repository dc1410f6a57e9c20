package org.embargo.letters;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.Fingerprint;
import org.embargo.model.PlannedTags;
import org.embargo.model.RefName;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TagPattern;

/**
 * What the texts that are approved say of the desk, and what else of it an approval binds to.
 *
 * @param key                 of the desk, which signs them
 * @param mailingLists        where posts go
 * @param advanceNotice       from the notices to disclosure, where a case has no distance of its own
 * @param timeSensitiveNotice the same for what is exploited already
 * @param releaseUrl          what the address of a release must begin with
 * @param pushing             where patches go
 */
public record AdvisoryDesk(
        String project,
        Address address,
        Fingerprint key,
        List<Address> mailingLists,
        Duration advanceNotice,
        Duration timeSensitiveNotice,
        Optional<String> releaseUrl,
        Pushing pushing) {

    public AdvisoryDesk {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(key, "key");
        mailingLists = List.copyOf(mailingLists);
        Objects.requireNonNull(advanceNotice, "advanceNotice");
        Objects.requireNonNull(timeSensitiveNotice, "timeSensitiveNotice");
        Objects.requireNonNull(releaseUrl, "releaseUrl");
        Objects.requireNonNull(pushing, "pushing");
    }

    /**
     * Where patches go, and under whose name.
     *
     * @param repository empty: nothing is pushed
     * @param author     of commits and tags
     * @param tags       form of the tags of releases; empty: none are made
     * @param isSigned   whether commits and tags are
     * @param byPatches  whether authors are rather those of patches, where these name one
     */
    public record Pushing(
            Optional<String> repository,
            String author,
            Optional<TagPattern> tags,
            boolean isSigned,
            boolean byPatches) {

        public static final Pushing NONE = new Pushing(Optional.empty(), "", Optional.empty(), false, false);

        public Pushing {
            Objects.requireNonNull(repository, "repository");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(tags, "tags");
        }

        /** The tag of each release whose branch is known, by the name of the tag. */
        public SortedMap<RefName, RefName> tags(Case current) {
            SortedMap<RefName, RefName> planned = new TreeMap<>();
            if (repository.isPresent() && tags.isPresent()) {
                for (PlannedTags.Planned each : PlannedTags.of(current)) {
                    ReleaseVersion.parse(each.version().text())
                            .ifPresent(version -> planned.put(tags.get().tag(version), each.branch()));
                }
            }
            return planned;
        }
    }
}
