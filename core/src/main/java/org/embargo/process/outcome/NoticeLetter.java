package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.PatchFile;
import org.embargo.model.Token;
import org.embargo.model.Urgency;

/** A letter ahead of disclosure, to a recipient of the private list or to the reporter (contract, section 9). */
public sealed interface NoticeLetter extends Letter, TriedOnce {

    CaseId caseId();

    /** The hour of disclosure as it tells it; where another holds by now, it does not go. */
    Optional<Instant> hour();

    /** Digest of the approved content that it holds; empty where it holds none. */
    Optional<String> content();

    /**
     * The advance notice of one recipient.
     *
     * @param text     as it was approved, its gaps not filled
     * @param approved digest of the content
     * @param patches  as they were approved, one file a branch
     * @param update   its number where it updates an earlier one, otherwise 0
     */
    record AdvanceNotice(
            CaseId caseId,
            Token token,
            Confidential title,
            Confidential text,
            String approved,
            List<PatchFile> patches,
            Optional<Instant> hour,
            int update,
            CalendarItem calendar)
            implements NoticeLetter, ToRecipient {
        public AdvanceNotice {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(approved, "approved");
            patches = List.copyOf(patches);
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(calendar, "calendar");
        }

        @Override
        public Optional<String> content() {
            return Optional.of(approved);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /** To a recipient: the hour is another one, or there is none any more. */
    record DateMoved(
            CaseId caseId,
            Token token,
            Optional<Instant> former,
            Optional<Instant> hour,
            Urgency urgency,
            CalendarItem calendar)
            implements NoticeLetter, ToRecipient {
        public DateMoved {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(former, "former");
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(calendar, "calendar");
        }

        @Override
        public Optional<String> content() {
            return Optional.empty();
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /** To a recipient who has not confirmed his notice. */
    record ConfirmationRequest(CaseId caseId, Token token, Optional<Instant> hour)
            implements NoticeLetter, ToRecipient {
        public ConfirmationRequest {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(hour, "hour");
        }

        @Override
        public Optional<String> content() {
            return Optional.empty();
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /**
     * To the reporter: when it becomes public.
     *
     * @param text          as it was approved, its gaps not filled
     * @param credit        how he is credited, in one of the two approved forms
     * @param approved      digest of the content
     * @param update        its number where it updates an earlier one, otherwise 0
     * @param reporterToken stands in the address for answers
     * @param encryptTo     certificate of the reporter; without one it goes in clear and tells no details
     */
    record DateNotice(
            CaseId caseId,
            Confidential text,
            Confidential credit,
            String approved,
            Optional<Instant> hour,
            int update,
            CalendarItem calendar,
            Optional<Token> reporterToken,
            Optional<Fingerprint> encryptTo)
            implements NoticeLetter, ToReporter {
        public DateNotice {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(credit, "credit");
            Objects.requireNonNull(approved, "approved");
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(calendar, "calendar");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public Optional<String> content() {
            return Optional.of(approved);
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }

    /** To the reporter: the hour is another one, or there is none any more. */
    record DateMovedForReporter(
            CaseId caseId,
            Optional<Instant> former,
            Optional<Instant> hour,
            Urgency urgency,
            CalendarItem calendar,
            Optional<Token> reporterToken,
            Optional<Fingerprint> encryptTo)
            implements NoticeLetter, ToReporter {
        public DateMovedForReporter {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(former, "former");
            Objects.requireNonNull(hour, "hour");
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(calendar, "calendar");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public Optional<String> content() {
            return Optional.empty();
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }
}
