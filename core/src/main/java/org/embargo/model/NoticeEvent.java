package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The private list or the reporter was told something of the case ahead of disclosure, or answered. */
public sealed interface NoticeEvent extends CaseEvent {

    /**
     * The advance notices and the reporter's date notice are in the outbox. Where the private list was to be told nothing,
     * and is to be told after all, there are two of these: the first for the reporter alone.
     *
     * @param hour     of disclosure, as they tell it
     * @param content  digest of what was approved
     * @param calendar names the reporter's calendar item
     * @param board    the recipients; none where the case has no advance notice
     * @param leftOut  to whom nothing could be encrypted
     */
    record NoticesDecided(
            Instant at,
            Instant hour,
            String content,
            Urgency urgency,
            Token calendar,
            List<Notices.Notice> board,
            List<Address> leftOut)
            implements NoticeEvent {
        public NoticesDecided {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(calendar, "calendar");
            board = List.copyOf(board);
            leftOut = List.copyOf(leftOut);
        }

        @Override
        public Case applyTo(Case before) {
            Notices.Told told = new Notices.Told(content, urgency, 0, calendar, leftOut);
            boolean toList = before.schedule().lead().kind() != Lead.Kind.NO_NOTICE;
            return before.with(draft -> {
                draft.notices = draft.notices.decided(at, Optional.of(hour), board, told, toList);
                draft.state = CaseState.NOTIFIED;
            });
        }
    }

    /** What looked approved turned out not to be when it was to be sent. */
    record NoticesRefused(Instant at) implements NoticeEvent {
        public NoticesRefused {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.refused(at));
        }
    }

    /** The relay has taken a recipient's notice. */
    record NoticeSent(Address recipient, Instant at) implements NoticeEvent {
        public NoticeSent {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices
                    .leftAt(at)
                    .with(
                            recipient,
                            each -> each.state() == Notices.State.WAITING ? each.now(Notices.State.SENT, at) : each));
        }
    }

    /** The relay has taken the reporter's date notice. */
    record DateNoticeSent(Notices.Dated notice, Instant at) implements NoticeEvent {
        public DateNoticeSent {
            Objects.requireNonNull(notice, "notice");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.dated(notice));
        }
    }

    /** A recipient's notice came back, or was refused for good. */
    record NoticeBounced(Address recipient, Instant at) implements NoticeEvent {
        public NoticeBounced {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.with(
                    recipient,
                    each -> each.state() == Notices.State.CONFIRMED ? each : each.now(Notices.State.BOUNCED, at)));
        }
    }

    /** A notice that had not left was called off: its recipient knows nothing, and gets nothing more of the case. */
    record NoticeCalledOff(Address recipient, Instant at) implements NoticeEvent {
        public NoticeCalledOff {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.without(recipient));
        }
    }

    /**
     * A notice that had not left was called off because another hour held then, or other content was approved. Its
     * recipient gets what is approved next, though it be the same again.
     *
     * @param content digest of what the notice told
     */
    record NoticeOutdated(Address recipient, String content, Instant at) implements NoticeEvent {
        public NoticeOutdated {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.outdated(content));
        }
    }

    /**
     * A mail came to the address of a recipient's notice.
     *
     * @param confirms whether a human wrote it, in the recipient's name
     */
    record NoticeAnswered(IntakeId mail, Address recipient, boolean confirms, Arrival arrival, Instant at)
            implements NoticeEvent {
        public NoticeAnswered {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return confirms
                    ? before.with(draft -> draft.notices =
                            draft.notices.leftAt(at).with(recipient, each -> each.now(Notices.State.CONFIRMED, at)))
                    : before;
        }
    }

    /** A recipient who has not confirmed was asked again. */
    record RecipientReminded(Address recipient, Instant at) implements NoticeEvent {
        public RecipientReminded {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.with(recipient, each -> each.remindedAt(at)));
        }
    }

    /** A recipient did not confirm after he was asked again either; the team knows. */
    record RecipientSilent(Address recipient, Instant at) implements NoticeEvent {
        public RecipientSilent {
            Objects.requireNonNull(recipient, "recipient");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(
                    draft -> draft.notices = draft.notices.with(recipient, each -> each.now(Notices.State.SILENT, at)));
        }
    }

    /** Content that was approved after the notices went to everybody who had one, and to the reporter. */
    record NoticesUpdated(String content) implements NoticeEvent {
        public NoticesUpdated {
            Objects.requireNonNull(content, "content");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.withUpdate(content));
        }
    }

    /**
     * Everybody who knew the hour of disclosure was told the new one, or that there is none.
     *
     * @param urgency why it is as it is
     */
    record DateTold(Optional<Instant> hour, Urgency urgency) implements NoticeEvent {
        public DateTold {
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(urgency, "urgency");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.notices = draft.notices.withDate(hour, urgency));
        }
    }
}
