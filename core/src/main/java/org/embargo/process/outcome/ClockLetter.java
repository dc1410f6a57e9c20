package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.process.words.Finding;

/** A letter to each member that no mail causes, but the clock. */
public sealed interface ClockLetter extends Letter {

    /** What the team is told never leaves unencrypted. */
    @Override
    default boolean mayGoInClear() {
        return false;
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
            implements ClockLetter {
        public Reminder {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(next, "next");
            findings = List.copyOf(findings);
        }
    }

    /**
     * Over {@code cases-per-hour}: the cases that no human has answered, in one list instead of a reminder each.
     *
     * @param count how many there are; the list may hold fewer
     */
    record WaitingCases(List<CaseId> cases, int count) implements ClockLetter {
        public WaitingCases {
            cases = List.copyOf(cases);
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
            implements ClockLetter {
        public Digest {
            Objects.requireNonNull(planned, "planned");
            Objects.requireNonNull(asOf, "asOf");
            cases = List.copyOf(cases);
            Objects.requireNonNull(mails, "mails");
            Objects.requireNonNull(journalMac, "journalMac");
        }
    }

    /** Certificates that end soon, or have ended, and are used here. */
    record CertificatesEnd(List<EndingCertificate> certificates, Instant asOf) implements ClockLetter {
        public CertificatesEnd {
            certificates = List.copyOf(certificates);
            Objects.requireNonNull(asOf, "asOf");
        }
    }
}
