package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** Whether this is what was posted, and no list refused it. */
    public boolean isPosted(String digest) {
        return content.equals(Optional.of(digest)) && lists.stream().noneMatch(post -> post.state() == State.BOUNCED);
    }

    /** Which of {@code all} are to have what is approved: those that refused it, if it was posted before. */
    public List<Address> waitingFor(String digest, List<Address> all) {
        if (!content.equals(Optional.of(digest))) {
            return all;
        }
        return all.stream()
                .filter(list ->
                        to(list).map(post -> post.state() == State.BOUNCED).orElse(true))
                .toList();
    }

    /** Without a post that was called off: what it held may be posted as if for the first time. */
    Posts without(MessageId calledOff) {
        List<Post> others = lists.stream()
                .filter(post -> !post.messageId().equals(calledOff))
                .toList();
        return others.size() == lists.size()
                ? this
                : new Posts(
                        began, releases, ordered, missed, decided, Optional.empty(), text, updates, others, earlier);
    }

    Posts begun(Instant at) {
        return new Posts(Optional.of(at), releases, ordered, missed, decided, content, text, updates, lists, earlier);
    }

    Posts with(Release release) {
        List<Release> more = new ArrayList<>(releases);
        more.removeIf(each -> each.version().equals(release.version()));
        more.add(new Release(release.version(), release.url(), outSince(release)));
        return new Posts(began, more, ordered, missed, decided, content, text, updates, lists, earlier);
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
        return new Posts(began, releases, Optional.of(at), missed, decided, content, text, updates, lists, earlier);
    }

    Posts missed(Missed hour) {
        return new Posts(began, releases, ordered, Optional.of(hour), decided, content, text, updates, lists, earlier);
    }

    Posts decided(Instant at, String digest, Confidential posted, List<Post> to) {
        Optional<String> what = Optional.of(digest);
        boolean isUpdate = isOut() && !content.equals(what);
        int more = isUpdate ? updates + 1 : updates;
        return new Posts(began, releases, ordered, missed, Optional.of(at), what, posted, more, to, out());
    }

    /** A post about releases of ours: nobody approved it, and each is one of its own. */
    Posts released(Instant at, Confidential posted, List<Post> to) {
        return new Posts(began, releases, ordered, missed, Optional.of(at), content, posted, updates, to, out());
    }

    Posts with(Address list, UnaryOperator<Post> change) {
        List<Post> changed = lists.stream()
                .map(post -> post.list().equals(list) ? change.apply(post) : post)
                .toList();
        return new Posts(began, releases, ordered, missed, decided, content, text, updates, changed, earlier);
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
            return state != State.WAITING && state != State.BOUNCED;
        }
    }

    /** How sure it is that the list has it; a later one is surer. */
    public enum State {
        WAITING,
        /** The relay has taken it. */
        SENT,
        BOUNCED,
        /** It came back without proof. */
        SEEN,
        /** It came back with our signed part unchanged, and proven to come from the list. */
        CONFIRMED
    }
}
