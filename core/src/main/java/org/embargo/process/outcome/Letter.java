package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Token;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Remark;

/**
 * A letter as data: what it says, before wording, signing and encryption.
 *
 * <p>The names of records and components are the stored form in the outbox, sealed there.
 */
public sealed interface Letter
        permits Letter.Receipt,
                Letter.UnprovenNote,
                Letter.KeyAnswer,
                Letter.TeamMail,
                Letter.TeamProblem,
                Letter.NewCases,
                Letter.Reminder,
                Letter.WaitingCases,
                Letter.Digest,
                Letter.CertificatesEnd,
                Letter.DeskProblem,
                Letter.News,
                Letter.Reply,
                Letter.AddressChanged,
                Letter.CreditNoted,
                Letter.Transcript,
                BookLetter,
                NoticeLetter,
                PostLetter {

    /** May it ever leave unencrypted? Nothing falls back to clear text that says no here. */
    boolean mayGoInClear();

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
     * @param tooLarge with its files it was refused for its size, so it comes without them
     */
    record TeamMail(
            CaseId caseId,
            IntakeId mail,
            Occasion occasion,
            List<Finding> findings,
            Optional<Instant> answerBy,
            boolean tooLarge)
            implements Letter, AboutMail {
        public TeamMail(
                CaseId caseId, IntakeId mail, Occasion occasion, List<Finding> findings, Optional<Instant> answerBy) {
            this(caseId, mail, occasion, findings, answerBy, false);
        }

        public TeamMail {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(occasion, "occasion");
            findings = List.copyOf(findings);
            Objects.requireNonNull(answerBy, "answerBy");
        }

        /** The same without files, for a server that refused it with them. */
        public TeamMail withoutFiles() {
            return new TeamMail(caseId, mail, occasion, findings, answerBy, true);
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
            MEMBER_ACTED,
            /** It came to the address of a recipient's notice. */
            NOTICE_ANSWERED,
            /** An upstream announced releases: ours is wanted. */
            UPSTREAM_ANNOUNCED,
            /** It came to the address for upstreams and starts no clock. */
            UPSTREAM_SHOWN,
            /** A further announcement of a release. */
            UPSTREAM_JOINED
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

    /**
     * A human must act on a case, and has not yet.
     *
     * @param due     until when
     * @param planned when this reminder was to come; several that were missed are one
     * @param asOf    when it was decided, from which its distances are counted
     * @param next    when the team is reminded again if nothing happens
     */
    record Reminder(
            CaseId caseId,
            CaseClock clock,
            Instant due,
            Instant planned,
            Instant asOf,
            Optional<Instant> next,
            List<Finding> findings)
            implements Letter {
        public Reminder {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(next, "next");
            findings = List.copyOf(findings);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /**
     * Over {@code cases-per-hour}: the cases that no human has answered, in one list instead of a reminder each.
     *
     * @param count how many there are; the list may hold fewer
     */
    record WaitingCases(List<CaseId> cases, int count) implements Letter {
        public WaitingCases {
            cases = List.copyOf(cases);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /**
     * The open cases and what came in, once a week.
     *
     * @param planned       when it was to come
     * @param asOf          when it was made
     * @param cases         oldest first
     * @param more          how many open cases are left out of the list
     * @param journalNumber of the newest line in the desk's journal
     * @param journalMac    of the same line: who keeps the digests can tell whether the journal was cut
     */
    record Digest(
            Instant planned,
            Instant asOf,
            List<DigestCase> cases,
            int more,
            DigestMails mails,
            long journalNumber,
            String journalMac)
            implements Letter {
        public Digest {
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(asOf, "asOf");
            cases = List.copyOf(cases);
            Objects.requireNonNull(mails, "mails");
            Objects.requireNonNull(journalMac, "journalMac");
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /** Certificates that end soon, or have ended, and are used here. */
    record CertificatesEnd(List<EndingCertificate> certificates, Instant asOf) implements Letter {
        public CertificatesEnd {
            certificates = List.copyOf(certificates);
            Objects.requireNonNull(asOf, "asOf");
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /** As {@link TeamProblem}, where it belongs to no case. */
    record DeskProblem(List<Finding> findings) implements Letter {
        public DeskProblem {
            findings = List.copyOf(findings);
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
            implements Letter, ToReporter {
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

        /** The case whose archive goes along; empty where none does. */
        public Optional<CaseId> exported() {
            boolean asked = (result == Result.DONE || result == Result.DONE_IN_PART)
                    && lines.stream()
                            .flatMap(line -> line.remarks().stream())
                            .anyMatch(remark -> remark.kind() == Remark.Kind.EXPORTED);
            return caseId.filter(id -> asked);
        }

        /** Of the file that goes along. */
        public static String archiveName(CaseId id) {
            return id.toString().toLowerCase(Locale.ROOT) + ".tar.gz";
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }

        /** What became of the mail as a whole. */
        public enum Result {
            DONE,
            /** Some of it waits for further members. */
            DONE_IN_PART,
            /** All of it waits for further members. */
            WAITS,
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
