package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The advance notices of a case.
 *
 * @param decided when they were put into the outbox; empty before
 * @param hour    of disclosure, as they tell it
 * @param board   one entry for each recipient that has one
 * @param updates how many numbered updates followed
 */
public record Notices(Optional<Instant> decided, Optional<Instant> hour, List<Notice> board, int updates) {

    public static final Notices NONE = new Notices(Optional.empty(), Optional.empty(), List.of(), 0);

    public Notices {
        Objects.requireNonNull(decided, "decided");
        Objects.requireNonNull(hour, "hour");
        board = List.copyOf(board);
    }

    /**
     * One recipient's.
     *
     * @param token     stands in the address at which he answers
     * @param messageId of his notice
     * @param since     when it came to be so
     */
    public record Notice(Address recipient, Token token, MessageId messageId, State state, Instant since) {
        public Notice {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
        }
    }

    /** Words of the board in {@code /status}. */
    public enum State {
        WAITING,
        /** The relay has taken it. */
        SENT,
        /** A human answered. */
        CONFIRMED,
        BOUNCED,
        /** Reminded, and no answer. */
        SILENT
    }
}
