package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The posts of a case to the public lists.
 *
 * @param decided when they were put into the outbox; empty before
 * @param content digest of what they hold, that of the newest update
 * @param lists   one entry for each list
 */
public record Posts(Optional<Instant> decided, Optional<String> content, List<Post> lists) {

    public static final Posts NONE = new Posts(Optional.empty(), Optional.empty(), List.of());

    public Posts {
        Objects.requireNonNull(decided, "decided");
        Objects.requireNonNull(content, "content");
        lists = List.copyOf(lists);
    }

    /**
     * The post to one list.
     *
     * @param since when it came to be so
     */
    public record Post(Address list, MessageId messageId, State state, Instant since) {
        public Post {
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
        }
    }

    /** How sure it is that the list has it. */
    public enum State {
        WAITING,
        /** The relay has taken it. */
        SENT,
        /** It came back without proof. */
        SEEN,
        /** It came back with our signed part unchanged, and proven to come from the list. */
        CONFIRMED,
        BOUNCED
    }
}
