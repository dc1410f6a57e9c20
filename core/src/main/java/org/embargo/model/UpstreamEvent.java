package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What happens around releases of a bundled upstream. */
public sealed interface UpstreamEvent extends CaseEvent {

    /**
     * A mail to the desk's address for upstreams opened the case. Nobody outside is ever answered.
     *
     * @param mail       in the archive
     * @param messageId  the mail's own
     * @param teamThread Message-ID of the case's first team mail
     * @param upstream   what it announces; not followed where it is only shown
     */
    record AnnouncementFiled(
            IntakeId mail, Arrival arrival, Optional<MessageId> messageId, MessageId teamThread, Upstream upstream)
            implements UpstreamEvent {
        public AnnouncementFiled {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(teamThread, "teamThread");
            Objects.requireNonNull(upstream, "upstream");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.state = CaseState.ANNOUNCED;
                draft.arrivedEncrypted = arrival.encrypted();
                draft.teamThread = Optional.of(teamThread);
                draft.filed = Optional.of(mail.arrival());
                draft.upstream = Optional.of(upstream);
            });
        }
    }

    /**
     * A further announcement of a release joined its case.
     *
     * @param mail     in the archive
     * @param upstream what it announces of this case
     */
    record AnnouncementJoined(IntakeId mail, Arrival arrival, Upstream upstream) implements UpstreamEvent {
        public AnnouncementJoined {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(upstream, "upstream");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.upstream = draft.upstream.map(known -> known.joined(upstream)));
        }
    }

    /** A member wants our own release for it, or has said what it announces. */
    record AnnouncementAccepted(Upstream upstream) implements UpstreamEvent {
        public AnnouncementAccepted {
            Objects.requireNonNull(upstream, "upstream");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.upstream = Optional.of(upstream));
        }
    }

    /**
     * The posts about our own releases are in the outbox.
     *
     * @param versions of ours that they announce
     * @param text     as it goes out
     */
    record ReleasePosted(List<Confidential> versions, Confidential text, List<Posts.Post> lists, Instant at)
            implements UpstreamEvent {
        public ReleasePosted {
            versions = List.copyOf(versions);
            Objects.requireNonNull(text, "text");
            lists = List.copyOf(lists);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.state = CaseState.RELEASED;
                draft.upstream = draft.upstream.map(known -> known.posted(versions));
                draft.posts = draft.posts.released(at, text, lists);
            });
        }
    }
}
