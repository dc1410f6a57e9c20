package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who has seen and who has approved the content of a case.
 *
 * @param previews newest last
 * @param given    one for each member at most, and all for the same content
 * @param content  what they approved
 * @param editors  keys of the members who have changed the content
 */
public record Approvals(
        List<Preview> previews, List<Approval> given, Optional<FinishedTexts> content, Set<Fingerprint> editors) {

    public static final Approvals NONE = new Approvals(List.of(), List.of(), Optional.empty(), Set.of());

    public Approvals {
        previews = List.copyOf(previews);
        given = List.copyOf(given);
        Objects.requireNonNull(content, "content");
        editors = Set.copyOf(editors);
    }

    /**
     * What one member was shown.
     *
     * @param digest  of this preview alone, which he sends back
     * @param content digest of the content that it showed
     */
    public record Preview(Fingerprint member, String digest, String content, Instant at) {
        public Preview {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * One member's word.
     *
     * @param content digest of the content that he approved
     */
    public record Approval(Address member, Fingerprint key, String content, Instant at) {
        public Approval {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
        }
    }
}
