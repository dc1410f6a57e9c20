package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A mail came to a case, or a letter of the case did not arrive. */
public sealed interface MailEvent extends CaseEvent {

    /**
     * A mail opened the case.
     *
     * @param mail          the mail, in the archive
     * @param reporter      the one author it names; letters go nowhere without one
     * @param reporterName  display name, proves nothing
     * @param subject       the protected subject where there is one
     * @param reporterToken stands in the address at which the reporter adds to his case
     * @param messageId     the report's own, to thread letters to the reporter on
     * @param teamThread    Message-ID of the case's first team mail, on which all later ones thread
     * @param answerBy      until when a human must have answered
     */
    record ReportFiled(
            IntakeId mail,
            Optional<Address> reporter,
            Confidential reporterName,
            Confidential subject,
            Arrival arrival,
            Token reporterToken,
            Optional<MessageId> messageId,
            MessageId teamThread,
            Instant answerBy)
            implements MailEvent {
        public ReportFiled {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(reporter, "reporter");
            Objects.requireNonNull(reporterName, "reporterName");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(teamThread, "teamThread");
            Objects.requireNonNull(answerBy, "answerBy");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.reporter = reporter;
                draft.reporterToken = Optional.of(reporterToken);
                draft.arrivedEncrypted = arrival.encrypted();
                draft.lastReporterMail = messageId;
                draft.teamThread = Optional.of(teamThread);
                draft.filed = Optional.of(mail.arrival());
                draft.answerBy = Optional.of(answerBy);
            });
        }
    }

    /**
     * A mail joined the case from outside.
     *
     * @param byReporter whether it is proven to come from the reporter; otherwise a stranger knew the token
     */
    record FollowUpFiled(IntakeId mail, boolean byReporter, Arrival arrival, Optional<MessageId> messageId)
            implements MailEvent {
        public FollowUpFiled {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(messageId, "messageId");
        }

        @Override
        public Case applyTo(Case before) {
            return byReporter
                    ? before.with(draft -> draft.lastReporterMail = messageId.or(() -> draft.lastReporterMail))
                    : before;
        }
    }

    /**
     * A member's mail to the case, kept with it; it may be unproven, and then says so to the team.
     *
     * @param member the member whose address or signature it bears
     */
    record MemberWrote(IntakeId mail, Address member, Arrival arrival) implements MailEvent {
        public MemberWrote {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(arrival, "arrival");
        }

        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }

    /** A letter of the case could not be delivered; the team is told. */
    record LetterBounced(LetterId letter, String status) implements MailEvent {
        public LetterBounced {
            Objects.requireNonNull(letter, "letter");
            Objects.requireNonNull(status, "status");
        }

        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }
}
