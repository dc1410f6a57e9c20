package org.embargo.process.outcome;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Token;

/** A letter to the reporter about his case, but what tells of notices and posts. */
public sealed interface ReporterLetter extends Letter {

    /**
     * The automatic first answer to a reporter (contract, section 4).
     *
     * @param encryptTo certificate of the reporter; without one the letter goes in clear, and for a report that came
     *                  encrypted it is then bare: that mail arrived, the case id, how to send a certificate
     * @param creditNoted whether the report said how he wants to be credited; it is not quoted
     */
    record Receipt(
            CaseId caseId,
            Arrival arrival,
            Instant answerBy,
            Token reporterToken,
            Optional<Fingerprint> encryptTo,
            boolean creditNoted)
            implements ReporterLetter, ToReporter {
        public Receipt {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(arrival, "arrival");
            Objects.requireNonNull(answerBy, "answerBy");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        /** Whether it may say no more than that mail arrived. */
        public boolean isBare() {
            return arrival.encrypted() && encryptTo.isEmpty();
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }

    /**
     * What a member writes to the reporter.
     *
     * @param text          his words; blank for a bare verdict
     * @param files         the mail whose marked attachments go along
     * @param reporterToken stands in the address for answers
     * @param encryptTo     certificate of the reporter; without one the letter goes in clear, which was decided before
     */
    record Reply(
            CaseId caseId,
            Tenor tenor,
            Confidential text,
            Optional<IntakeId> files,
            Optional<Token> reporterToken,
            Optional<Fingerprint> encryptTo)
            implements ReporterLetter, ToReporter {
        public Reply {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(tenor, "tenor");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(files, "files");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }

        /** What the words come with. */
        public enum Tenor {
            REPLY,
            ACCEPTED,
            REJECTED,
            DUPLICATE
        }
    }

    /**
     * To the reporter who said how he is credited: what came of it.
     *
     * @param name that he gave; empty where it may not be told, or is none
     */
    record CreditNoted(
            CaseId caseId,
            CreditWish.Result result,
            Optional<Confidential> name,
            Optional<Token> reporterToken,
            Optional<Fingerprint> encryptTo)
            implements ReporterLetter, ToReporter {
        public CreditNoted {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }

    /** To the reporter's former address: letters go to another one from now on. It says no more. */
    record AddressChanged(CaseId caseId, Optional<Fingerprint> encryptTo) implements ReporterLetter, ToReporter {
        public AddressChanged {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }
}
