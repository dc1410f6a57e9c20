package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a case becomes public: releases, and the posts to the lists.
 *
 * @param began    when the hour was there and everything held; from then on releases are issued
 * @param releases those that are out
 * @param ordered  when a member last ordered to post without waiting
 * @param missed   the latest hour at which something spoke against disclosure
 * @param decided  when the newest posts were put into the outbox; empty before
 * @param content  digest of what those hold
 * @param text     what they say
 * @param updates  how many posts were updates of one before
 * @param lists    one entry for each list
 * @param uncopied who lacks his copy of the newest post, since it was called off
 * @param earlier  the newest post to each list that the relay took and that did not come back, before those in {@code lists}
 */
public record Posts(
        Optional<Instant> began,
        List<Release> releases,
        Optional<Instant> ordered,
        Optional<Missed> missed,
        Optional<Instant> decided,
        Optional<String> content,
        Confidential text,
        int updates,
        List<Post> lists,
        Set<Address> uncopied,
        Map<Address, MessageId> earlier) {

    public static final Posts NONE = new Posts(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Confidential(""),
            0,
            List.of(),
            Set.of(),
            Map.of());

    public Posts {
        Objects.requireNonNull(began, "began");
        releases = List.copyOf(releases);
        Objects.requireNonNull(ordered, "ordered");
        Objects.requireNonNull(missed, "missed");
        Objects.requireNonNull(decided, "decided");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(text, "text");
        lists = List.copyOf(lists);
        uncopied = Set.copyOf(uncopied);
        earlier = Map.copyOf(earlier);
    }

    /** Whether {@code version} is out. */
    public boolean isOut(Confidential version) {
        return releases.stream().anyMatch(release -> release.version().equals(version));
    }

    /** The post to {@code list}; empty where there is none. */
    public Optional<Post> to(Address list) {
        return lists.stream().filter(post -> post.list().equals(list)).findFirst();
    }

    /** Whether a list may have seen a post. */
    public boolean isOut() {
        return !out().isEmpty();
    }

    /** The newest post that {@code list} may have seen: one that never left, or came back, nobody has. */
    public Optional<MessageId> outTo(Address list) {
        return Optional.ofNullable(out().get(list));
    }

    private Map<Address, MessageId> out() {
        Map<Address, MessageId> out = new HashMap<>(earlier);
        lists.stream().filter(Post::isOut).forEach(post -> out.put(post.list(), post.messageId()));
        return out;
    }

    /** Whether this is what was posted, no list refused it, and nothing of it was called off. */
    public boolean isPosted(String digest) {
        return content.equals(Optional.of(digest))
                && uncopied.isEmpty()
                && lists.stream().noneMatch(Post::isMissing);
    }

    /** Which of {@code all} are to have what is approved: those that it did not come to, if it was posted before. */
    public List<Address> waitingFor(String digest, List<Address> all) {
        if (!content.equals(Optional.of(digest))) {
            return all;
        }
        return all.stream()
                .filter(list -> to(list).map(Post::isMissing).orElse(true))
                .toList();
    }

    /** Whether {@code reader} is to have a copy of what is approved: who had it once does not get it again. */
    public boolean wantsCopy(String digest, Address reader) {
        return !content.equals(Optional.of(digest)) || uncopied.contains(reader);
    }

    Posts withoutCopy(Address reader) {
        Set<Address> more = new HashSet<>(uncopied);
        more.add(reader);
        return new Posts(began, releases, ordered, missed, decided, content, text, updates, lists, more, earlier);
    }

    Posts begun(Instant at) {
        return new Posts(
                Optional.of(at), releases, ordered, missed, decided, content, text, updates, lists, uncopied, earlier);
    }

    Posts with(Release release) {
        List<Release> more = new ArrayList<>(releases);
        more.removeIf(each -> each.version().equals(release.version()));
        more.add(new Release(release.version(), release.url(), outSince(release)));
        return new Posts(began, more, ordered, missed, decided, content, text, updates, lists, uncopied, earlier);
    }

    /** Told anew, with another URL, it is not out anew: a post that was missed would come back by it. */
    private Instant outSince(Release release) {
        return releases.stream()
                .filter(each -> each.version().equals(release.version()))
                .findFirst()
                .map(Release::at)
                .orElse(release.at());
    }

    Posts orderedAt(Instant at) {
        return new Posts(
                began, releases, Optional.of(at), missed, decided, content, text, updates, lists, uncopied, earlier);
    }

    Posts missed(Missed hour) {
        return new Posts(
                began, releases, ordered, Optional.of(hour), decided, content, text, updates, lists, uncopied, earlier);
    }

    Posts decided(Instant at, String digest, Confidential posted, List<Post> to) {
        Optional<String> what = Optional.of(digest);
        boolean isUpdate = isOut() && !content.equals(what);
        int more = isUpdate ? updates + 1 : updates;
        return new Posts(began, releases, ordered, missed, Optional.of(at), what, posted, more, to, Set.of(), out());
    }

    /** A post about releases of ours: nobody approved it, and each is one of its own. */
    Posts released(Instant at, Confidential posted, List<Post> to) {
        return new Posts(
                began, releases, ordered, missed, Optional.of(at), content, posted, updates, to, Set.of(), out());
    }

    /** What became of a post; of one before the newest it counts only that a list may have it, or has it not. */
    Posts followed(Address list, MessageId post, State state, Instant at) {
        if (to(list).filter(newest -> newest.messageId().equals(post)).isEmpty()) {
            return withEarlier(list, post, state);
        }
        List<Post> changed = lists.stream()
                .map(each -> each.list().equals(list) ? each.now(state, at) : each)
                .toList();
        Map<Address, MessageId> before = new HashMap<>(earlier);
        if (!state.isOut()) {
            // it stands there too where other lists got the same after it
            before.remove(list, post);
        }
        return new Posts(began, releases, ordered, missed, decided, content, text, updates, changed, uncopied, before);
    }

    private Posts withEarlier(Address list, MessageId post, State state) {
        Map<Address, MessageId> changed = new HashMap<>(earlier);
        if (state.isOut()) {
            changed.putIfAbsent(list, post);
        } else {
            changed.remove(list, post);
        }
        return new Posts(began, releases, ordered, missed, decided, content, text, updates, lists, uncopied, changed);
    }

    /** A release that carries the fix, and where it is. */
    public record Release(Confidential version, Confidential url, Instant at) {
        public Release {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(at, "at");
        }
    }

    /** An hour that passed without disclosure; it does not come back, the team must say how it goes on. */
    public record Missed(Instant hour, Reason reason) {
        public Missed {
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** What spoke against disclosure at its hour. */
    public enum Reason {
        HELD,
        /** It was closed, or at another end; who reopens it does not publish it by that. */
        CLOSED,
        NOT_APPROVED,
        /** The notices never left. */
        NO_NOTICES,
        /** They left so late that too little of the time was left that the approved preview showed. */
        NOTICES_LATE
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

        private boolean isOut() {
            return state.isOut();
        }

        private boolean isMissing() {
            return state == State.BOUNCED || state == State.CALLED_OFF;
        }

        /** Whether it should still come back from its list. */
        public boolean isAwaited() {
            return state == State.WAITING || state == State.SENT;
        }

        /** Surer news of it; less sure ones change nothing. */
        private Post now(State news, Instant at) {
            return state.compareTo(news) < 0 ? new Post(list, messageId, news, at) : this;
        }
    }

    /** How sure it is that the list has it; a later one is surer. */
    public enum State {
        WAITING,
        /** It never left: other content was approved by then. */
        CALLED_OFF,
        /** The relay has taken it. */
        SENT,
        BOUNCED,
        /** It came back without proof. */
        SEEN,
        /** It came back with our signed part unchanged, and proven to come from the list. */
        CONFIRMED;

        private boolean isOut() {
            return this == SENT || this == SEEN || this == CONFIRMED;
        }
    }
}
