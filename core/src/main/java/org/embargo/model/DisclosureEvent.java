package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A case becomes public, or comes nearer to it. */
public sealed interface DisclosureEvent extends CaseEvent {

    /** It can't take its time: used in the wild, or public already. */
    record MadeUrgent(Urgency urgency, Instant at) implements DisclosureEvent {
        public MadeUrgent {
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.schedule = draft.schedule.withUrgency(urgency));
        }
    }

    /** A release that carries the fix is out. */
    record ReleaseIssued(Posts.Release release) implements DisclosureEvent {
        public ReleaseIssued {
            Objects.requireNonNull(release, "release");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.posts = draft.posts.with(release));
        }
    }

    /** The team wants the post now, whatever releases are out. */
    record PublicationOrdered(Instant at) implements DisclosureEvent {
        public PublicationOrdered {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.posts = draft.posts.orderedAt(at));
        }
    }

    /** The hour is there, and nothing speaks against disclosure: releases are issued, then the post goes. */
    record DisclosureBegan(Instant at) implements DisclosureEvent {
        public DisclosureBegan {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.state = CaseState.RELEASING;
                draft.posts = draft.posts.begun(at);
            });
        }
    }

    /** The hour came, and something spoke against disclosure. */
    record HourMissed(Posts.Missed missed) implements DisclosureEvent {
        public HourMissed {
            Objects.requireNonNull(missed, "missed");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.posts = draft.posts.missed(missed));
        }
    }

    /**
     * The posts are in the outbox: the case is public.
     *
     * @param content digest of what was approved
     * @param text    as it goes out
     */
    record PostsDecided(String content, Confidential text, List<Posts.Post> lists, Instant at)
            implements DisclosureEvent {
        public PostsDecided {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(text, "text");
            lists = List.copyOf(lists);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.state = CaseState.DISCLOSED;
                draft.posts = draft.posts.decided(at, content, text, lists);
            });
        }
    }

    /** Something became known of a post to one list. What is less sure than what is known already changes nothing. */
    record PostFollowed(Address list, MessageId post, Posts.State state, Instant at) implements DisclosureEvent {
        public PostFollowed {
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(post, "post");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.posts = draft.posts.followed(list, post, state, at));
        }
    }

    /** The copy of a post for one reader was called off before it left, since other content was approved by then. */
    record CopyCalledOff(Address reader, String content, Instant at) implements DisclosureEvent {
        public CopyCalledOff {
            Objects.requireNonNull(reader, "reader");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.posts().content().equals(Optional.of(content))
                    ? before.with(draft -> draft.posts = draft.posts.withoutCopy(reader))
                    : before;
        }
    }

    /** The server's clock jumped: nothing that can't be undone is done until a member has confirmed the time. */
    record ClockDoubted(Instant expected, Instant found) implements DisclosureEvent {
        public ClockDoubted {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(found, "found");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.withDoubtedClock(true));
        }
    }

    /** A member confirmed the time. */
    record ClockConfirmed(Instant at) implements DisclosureEvent {
        public ClockConfirmed {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.withDoubtedClock(false));
        }
    }
}
