package org.embargo.model;

import java.time.Instant;
import java.util.Objects;

/** What is shown and approved of a case's content, and by whom (contract, section 8). */
public sealed interface ApprovalEvent extends CaseEvent {

    /**
     * A member was shown what would go out.
     *
     * @param digest  of this preview alone
     * @param content digest of what it showed
     */
    record Previewed(Fingerprint member, String digest, String content, Instant at) implements ApprovalEvent {
        public Previewed {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            Approvals.Preview preview = new Approvals.Preview(member, digest, content, at);
            return before.with(draft -> draft.approvals = draft.approvals.with(preview));
        }
    }

    /**
     * A member approved what a preview had shown him.
     *
     * @param content the finished texts; these are what goes out
     */
    record ContentApproved(Address member, Fingerprint key, FinishedTexts content, Instant at)
            implements ApprovalEvent {
        public ContentApproved {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            Approvals.Approval approval = new Approvals.Approval(member, key, content.digest(), at);
            return before.with(draft -> draft.approvals = draft.approvals.with(approval, content));
        }
    }

    /** No approval holds any more. */
    record ApprovalsFell(Reason reason) implements ApprovalEvent {
        public ApprovalsFell {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.approvals = draft.approvals.fallen());
        }

        /** Why they fell. */
        public enum Reason {
            /** Something changed of what they bind to. */
            CONTENT_CHANGED,
            /** One who had approved is no member any more, or has another certificate. */
            APPROVER_CHANGED
        }
    }

    /** A member changed what approvals bind to; a mail of his counts once. */
    record ContentEdited(Member by) implements ApprovalEvent {
        public ContentEdited {
            Objects.requireNonNull(by, "by");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.approvals = draft.approvals.editedBy(by));
        }
    }
}
