package org.embargo.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Token;

/**
 * A letter as data: what it says, before wording, signing and encryption.
 *
 * <p>The names of records and components are the stored form in the outbox, sealed there.
 */
public sealed interface Letter {

    /** May it ever leave unencrypted? Nothing falls back to clear text that says no here. */
    boolean mayGoInClear();

    /**
     * The automatic first answer to a reporter (contract, section 4).
     *
     * @param encryptTo certificate of the reporter; without one the letter goes in clear, and for a report that came
     *                  encrypted it is then bare: that mail arrived, the case id, how to send a certificate
     */
    record Receipt(
            CaseId caseId, Arrival arrival, Instant answerBy, Token reporterToken, Optional<Fingerprint> encryptTo)
            implements Letter {
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

    /** To a From address that nothing proves: mail in your name arrived. Without token, at most once a day. */
    record UnprovenNote() implements Letter {
        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }

    /** The desk's certificate and fingerprint, to whoever asked. */
    record KeyAnswer() implements Letter {
        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }

    /**
     * A mail from outside or from a member, to each member, with the desk's findings first.
     *
     * @param mail     the mail it is about, in the archive; quoted below the marker and attached
     * @param occasion what the mail is to the case
     * @param findings what the desk knows of it, in the order in which they are told
     */
    record TeamMail(CaseId caseId, IntakeId mail, Occasion occasion, List<Finding> findings, Optional<Instant> answerBy)
            implements Letter {
        public TeamMail {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(occasion, "occasion");
            findings = List.copyOf(findings);
            Objects.requireNonNull(answerBy, "answerBy");
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }

        /** What a mail is to its case. */
        public enum Occasion {
            NEW_REPORT,
            FOLLOW_UP,
            MEMBER_WROTE
        }
    }

    /** Something went wrong that the team should know, such as a bounce. */
    record TeamProblem(CaseId caseId, List<Finding> findings) implements Letter {
        public TeamProblem {
            Objects.requireNonNull(caseId, "caseId");
            findings = List.copyOf(findings);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /** Over {@code cases-per-hour}: the new cases of a quarter of an hour in one list. */
    record NewCases(List<CaseId> cases) implements Letter {
        public NewCases {
            cases = List.copyOf(cases);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /** To a member whose certificate can't be used: there is news, and what to do about the certificate. */
    record News() implements Letter {
        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }
}
