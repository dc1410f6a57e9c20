package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has seen and who has approved the content of a case.
 *
 * @param previews newest last
 * @param given    one for each member at most, and all for the same content
 * @param content  what they approved
 * @param editors  the members who have changed the content, with the keys they had then
 */
public record Approvals(
        List<Preview> previews, List<Approval> given, Optional<FinishedTexts> content, Set<Member> editors) {

    public static final Approvals NONE = new Approvals(List.of(), List.of(), Optional.empty(), Set.of());

    public Approvals {
        previews = List.copyOf(previews);
        given = List.copyOf(given);
        Objects.requireNonNull(content, "content");
        editors = Set.copyOf(editors);
    }

    private static final int MOST_PREVIEWS = 100;

    /** With one more preview; of very many, the oldest are forgotten. */
    Approvals with(Preview preview) {
        List<Preview> all = new ArrayList<>(previews);
        all.add(preview);
        return new Approvals(all.subList(Math.max(0, all.size() - MOST_PREVIEWS), all.size()), given, content, editors);
    }

    /** With one more approval. Those of other content are over, and so are earlier ones of the same person. */
    Approvals with(Approval approval, FinishedTexts approved) {
        List<Approval> all = given.stream()
                .filter(each -> each.content().equals(approval.content()))
                .filter(each -> !each.isBy(approval.member(), approval.key()))
                .collect(Collectors.toCollection(ArrayList::new));
        all.add(approval);
        return new Approvals(previews, all, Optional.of(approved), editors);
    }

    /** Without any approval. Who has changed the content has done so for good. */
    Approvals fallen() {
        return new Approvals(previews, List.of(), Optional.empty(), editors);
    }

    /** Whether {@code person} has changed the content, under whatever key or address. */
    public boolean isEditor(Member person) {
        return editors.stream()
                .anyMatch(each -> each.address().equals(person.address())
                        || each.fingerprint().equals(person.fingerprint()));
    }

    Approvals editedBy(Member member) {
        Set<Member> all = new HashSet<>(editors);
        all.add(member);
        return new Approvals(previews, given, content, all);
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

        public Member by() {
            return new Member(member, key);
        }

        /** Whether it is this person's: a new key or a new address makes nobody another one. */
        public boolean isBy(Address address, Fingerprint fingerprint) {
            return member.equals(address) || key.equals(fingerprint);
        }
    }
}
