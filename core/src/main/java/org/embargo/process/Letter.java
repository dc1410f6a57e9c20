package org.embargo.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
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
            implements Letter, ToReporter {
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
            MEMBER_WROTE,
            /** A member's commands, obeyed. */
            MEMBER_ACTED
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
            implements Letter, ToReporter {
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

    /** To the reporter's former address: letters go to another one from now on. It says no more. */
    record AddressChanged(CaseId caseId, Optional<Fingerprint> encryptTo) implements Letter, ToReporter {
        public AddressChanged {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }

    /**
     * To a member who signed commands: what became of them (contract, section 7).
     *
     * @param caseId   the case that they were about; empty when they named the desk, or none
     * @param lines    one for each command, or for what is wrong with the mail
     * @param standing how the case stands now
     * @param steps    of its timetable
     * @param at       when it was decided
     */
    record Transcript(
            Optional<CaseId> caseId,
            Result result,
            List<Line> lines,
            List<Remark> standing,
            List<Step> steps,
            Instant at)
            implements Letter {
        public Transcript {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(result, "result");
            lines = List.copyOf(lines);
            standing = List.copyOf(standing);
            steps = List.copyOf(steps);
            Objects.requireNonNull(at, "at");
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }

        /** What became of the mail as a whole. */
        public enum Result {
            DONE,
            NOT_DONE,
            /** Asked for by {@code /dry-run}: nothing was done, all of it could be. */
            DRY_RUN
        }

        /**
         * What became of one command.
         *
         * @param number  its line in the mail; 0 where the mail as a whole is meant
         * @param command as it is written, without text
         */
        public record Line(int number, Confidential command, List<Remark> remarks) {
            public Line {
                Objects.requireNonNull(command, "command");
                remarks = List.copyOf(remarks);
            }
        }

        /** A step that is still to come. */
        public record Step(String kind, Instant due) {
            public Step {
                Objects.requireNonNull(kind, "kind");
                Objects.requireNonNull(due, "due");
            }
        }
    }
}
