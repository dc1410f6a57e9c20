package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The advance notices of a case.
 *
 * @param decided when they were put into the outbox; empty before
 * @param hour    of disclosure, as those who had them were told last; empty where they were told that there is none
 * @param board   one entry for each recipient that has one
 * @param updates how many numbered updates followed
 * @param told    what they hold; empty before they are decided
 * @param refused when what looked approved last turned out not to be
 * @param left    when the relay took the first of them; empty before
 * @param listed  when those to the private list were decided; empty before, and where the reporter alone was told
 * @param dated   what the relay last took for the reporter; empty before
 */
public record Notices(
        Optional<Instant> decided,
        Optional<Instant> hour,
        List<Notice> board,
        int updates,
        Optional<Told> told,
        Optional<Instant> refused,
        Optional<Instant> left,
        Optional<Instant> listed,
        Optional<Dated> dated) {

    public static final Notices NONE = new Notices(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Notices {
        Objects.requireNonNull(decided, "decided");
        Objects.requireNonNull(hour, "hour");
        board = List.copyOf(board);
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(refused, "refused");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(listed, "listed");
        Objects.requireNonNull(dated, "dated");
    }

    /** The notice at whose address {@code token} stands. */
    public Optional<Notice> answeredAt(Token token) {
        return board.stream().filter(each -> each.token().equals(token)).findFirst();
    }

    /** The notice of {@code recipient}. */
    public Optional<Notice> of(Address recipient) {
        return board.stream().filter(each -> each.recipient().equals(recipient)).findFirst();
    }

    /**
     * What the reporter was told alone before stays his: his calendar item, and the moment from which an exploited case's
     * hour is counted.
     */
    Notices decided(Instant at, Optional<Instant> disclosure, List<Notice> all, Told what, boolean toList) {
        return new Notices(
                decided.or(() -> Optional.of(at)),
                disclosure,
                all,
                updates,
                Optional.of(told.map(what::after).orElse(what)),
                Optional.empty(),
                left,
                toList ? Optional.of(at) : listed,
                dated);
    }

    Notices refused(Instant at) {
        return new Notices(decided, hour, board, updates, told, Optional.of(at), left, listed, dated);
    }

    Notices leftAt(Instant at) {
        Optional<Instant> first = left.or(() -> Optional.of(at));
        return new Notices(decided, hour, board, updates, told, refused, first, listed, dated);
    }

    Notices dated(Dated what) {
        return new Notices(decided, hour, board, updates, told, refused, left, listed, Optional.of(what));
    }

    Notices with(Address recipient, UnaryOperator<Notice> change) {
        return withBoard(board.stream()
                .map(each -> each.recipient().equals(recipient) ? change.apply(each) : each)
                .toList());
    }

    Notices without(Address recipient) {
        return withBoard(board.stream()
                .filter(each -> !each.recipient().equals(recipient))
                .toList());
    }

    Notices withUpdate(String content) {
        return new Notices(
                decided,
                hour,
                board,
                updates + 1,
                told.map(each -> each.with(content)),
                Optional.empty(),
                left,
                listed,
                dated);
    }

    /** Where nothing newer was told since, what was told last reached not everybody: it must be told again. */
    Notices outdated(String content) {
        return new Notices(
                decided,
                hour,
                board,
                updates,
                told.map(each -> each.content().equals(content) ? each.with("") : each),
                refused,
                left,
                listed,
                dated);
    }

    Notices withDate(Optional<Instant> disclosure, Urgency urgency) {
        Optional<Told> moved = told.map(each -> each.moved(urgency));
        return new Notices(decided, disclosure, board, updates, moved, refused, left, listed, dated);
    }

    private Notices withBoard(List<Notice> changed) {
        return new Notices(decided, hour, changed, updates, told, refused, left, listed, dated);
    }

    /**
     * What was told.
     *
     * @param content  digest of what was approved, that of the newest update; empty where somebody did not get that
     * @param sequence how often the date was told anew: the number of the calendar items
     * @param calendar names the reporter's calendar item
     * @param leftOut  recipients to whom nothing could be encrypted when the notices were decided
     */
    public record Told(String content, Urgency urgency, int sequence, Token calendar, List<Address> leftOut) {
        public Told {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(calendar, "calendar");
            leftOut = List.copyOf(leftOut);
        }

        Told with(String newest) {
            return new Told(newest, urgency, sequence, calendar, leftOut);
        }

        Told after(Told before) {
            return new Told(content, urgency, before.sequence, before.calendar, leftOut);
        }

        Told moved(Urgency why) {
            return new Told(content, why, sequence + 1, calendar, leftOut);
        }
    }

    /**
     * The date notice that the reporter has.
     *
     * @param text   as it was approved
     * @param credit how it says that he is credited
     */
    public record Dated(Optional<Instant> hour, Confidential text, Confidential credit) {
        public Dated {
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(credit, "credit");
        }
    }

    /**
     * One recipient's.
     *
     * @param token     stands in the address at which he answers
     * @param messageId of his notice
     * @param since     when it came to be so
     * @param calendar  names his calendar item; no two recipients have the same, lest calendars in one cloud link them
     * @param reminded  when he was asked again to confirm
     */
    public record Notice(
            Address recipient,
            Token token,
            MessageId messageId,
            State state,
            Instant since,
            Token calendar,
            Optional<Instant> reminded) {
        public Notice {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(calendar, "calendar");
            Objects.requireNonNull(reminded, "reminded");
        }

        Notice now(State changed, Instant at) {
            return new Notice(recipient, token, messageId, changed, at, calendar, reminded);
        }

        Notice remindedAt(Instant at) {
            return new Notice(recipient, token, messageId, state, since, calendar, Optional.of(at));
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
