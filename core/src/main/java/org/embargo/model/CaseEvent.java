package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a case's journal. A case is nothing but the fold of these.
 *
 * <p>The names of records and components are the stored form: rename none without a migration.
 */
public sealed interface CaseEvent
        permits CaseEvent.ReportFiled,
                CaseEvent.FollowUpFiled,
                CaseEvent.MemberWrote,
                CaseEvent.ReporterCertificateTaken,
                CaseEvent.ReporterCertificateProposed,
                CaseEvent.CiphertextShared,
                CaseEvent.ReporterAssured,
                CaseEvent.TeamReminded,
                CaseEvent.LetterBounced,
                CaseEvent.ReporterAnswered,
                CaseEvent.CaseAccepted,
                CaseEvent.CaseRejected,
                CaseEvent.CaseDuplicate,
                CaseEvent.CaseClosed,
                CaseEvent.CaseReopened,
                CaseEvent.CaseHeld,
                CaseEvent.CaseResumed,
                CaseEvent.OwnerSet,
                CaseEvent.ReporterSet,
                CaseEvent.CommandProposed,
                CaseEvent.ProposalCarried,
                CaseEvent.StepsRetried,
                ApprovalEvent,
                BookEvent,
                DisclosureEvent,
                DossierEvent,
                GuestEvent,
                NoticeEvent,
                PatchEvent,
                ScheduleEvent,
                UpstreamEvent {

    /** The case as it is after this event. */
    Case applyTo(Case before);

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
            implements CaseEvent {
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
            implements CaseEvent {
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
    record MemberWrote(IntakeId mail, Address member, Arrival arrival) implements CaseEvent {
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

    /** From now on letters to the reporter are encrypted to this certificate. */
    record ReporterCertificateTaken(Fingerprint fingerprint) implements CaseEvent {
        public ReporterCertificateTaken {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.reporterCertificate = Optional.of(fingerprint));
        }
    }

    /** A certificate came along that a member may take; nothing is encrypted to it by itself. */
    record ReporterCertificateProposed(Fingerprint fingerprint, IntakeId mail) implements CaseEvent {
        public ReporterCertificateProposed {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(mail, "mail");
        }

        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }

    /** The same encrypted message lies in another case as well: one of the two senders may have stolen it. */
    record CiphertextShared(CaseId other) implements CaseEvent {
        public CiphertextShared {
            Objects.requireNonNull(other, "other");
        }

        @Override
        public Case applyTo(Case before) {
            return before.sharedWith().contains(other)
                    ? before
                    : before.with(draft -> {
                        draft.sharedWith.add(other);
                        draft.sure = false;
                    });
        }
    }

    /** A member was sure of the reporter though the ciphertext is shared: what was held for that may go. */
    record ReporterAssured() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.sure = true);
        }
    }

    /** The team was reminded that a human must act. */
    record TeamReminded(CaseClock clock, Instant at) implements CaseEvent {
        public TeamReminded {
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.reminded.put(clock, at));
        }
    }

    /** A letter of the case could not be delivered; the team is told. */
    record LetterBounced(LetterId letter, String status) implements CaseEvent {
        public LetterBounced {
            Objects.requireNonNull(letter, "letter");
            Objects.requireNonNull(status, "status");
        }

        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }

    /**
     * A member wrote to the reporter: by {@code /reply}, or with the verdict.
     *
     * @param mail the member's, in the archive
     */
    record ReporterAnswered(IntakeId mail, Instant when) implements CaseEvent {
        public ReporterAnswered {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(when, "when");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.answered = draft.answered.or(() -> Optional.of(when));
                draft.lastWord = Optional.of(when);
            });
        }
    }

    /** The team took it as an issue. */
    record CaseAccepted() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.state = CaseState.ACCEPTED);
        }
    }

    /** The team did not take it as an issue. */
    record CaseRejected() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.end(CaseState.REJECTED));
        }
    }

    /** It is known already. */
    record CaseDuplicate(CaseId of) implements CaseEvent {
        public CaseDuplicate {
            Objects.requireNonNull(of, "of");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.end(CaseState.DUPLICATE));
        }
    }

    /**
     * Nothing is left to do.
     *
     * @param junk nobody needed it
     */
    record CaseClosed(boolean junk) implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.end(CaseState.CLOSED));
        }
    }

    /** It goes on where it stood before it came to its end. */
    record CaseReopened() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.state = draft.endedFrom.orElse(draft.state);
                draft.endedFrom = Optional.empty();
            });
        }
    }

    /** Nothing of the case leaves to anybody outside, but receipts. */
    record CaseHeld() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.held = true);
        }
    }

    /** What was kept back leaves. */
    record CaseResumed() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.held = false;
                draft.patches = draft.patches.retried();
            });
        }
    }

    /** What had failed is tried again. */
    record StepsRetried() implements CaseEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.patches = draft.patches.retried());
        }
    }

    /** Who of the team looks after the case. */
    record OwnerSet(Address owner) implements CaseEvent {
        public OwnerSet {
            Objects.requireNonNull(owner, "owner");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.owner = Optional.of(owner));
        }
    }

    /** Letters to the reporter go to this address from now on. */
    record ReporterSet(Address reporter) implements CaseEvent {
        public ReporterSet {
            Objects.requireNonNull(reporter, "reporter");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.reporter = Optional.of(reporter));
        }
    }

    /** A member sent a command that needs several, and is not the last of them. */
    record CommandProposed(Confidential command, Fingerprint by, Instant at) implements CaseEvent {
        public CommandProposed {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.proposals.add(new Proposal(command, by, at)));
        }
    }

    /** As many members as are needed have sent a command; it is carried out. */
    record ProposalCarried(Confidential command) implements CaseEvent {
        public ProposalCarried {
            Objects.requireNonNull(command, "command");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(
                    draft -> draft.proposals.removeIf(each -> each.command().equals(command)));
        }
    }
}
