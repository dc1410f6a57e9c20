package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Token;
import org.embargo.process.words.Finding;

/** What concerns the desk as a whole, or people outside the team whom the team knows. */
public sealed interface BookLetter extends Letter {
    @Override
    default boolean mayGoInClear() {
        return false;
    }

    /** To the other members: what a member ordered that is about no case. It quotes his mail. */
    record DeskMail(IntakeId mail, List<Finding> findings) implements BookLetter, AboutMail {
        public DeskMail {
            Objects.requireNonNull(mail, "mail");
            findings = List.copyOf(findings);
        }
    }

    /** To a guest of a case: that he is one, and how to answer. */
    record GuestWelcome(CaseId caseId, Token token, Optional<Fingerprint> encryptTo) implements ToGuest {
        public GuestWelcome {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }
    }

    /** To a guest: a mail from outside the team that joined the case, quoted. */
    record GuestMail(CaseId caseId, IntakeId mail, List<Finding> findings, Token token, Optional<Fingerprint> encryptTo)
            implements ToGuest, AboutMail {
        public GuestMail {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(mail, "mail");
            findings = List.copyOf(findings);
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }
    }

    /** To a guest: what a member says to the team, or did. */
    record GuestNote(
            CaseId caseId, List<Finding> findings, Confidential words, Token token, Optional<Fingerprint> encryptTo)
            implements ToGuest {
        public GuestNote {
            Objects.requireNonNull(caseId, "caseId");
            findings = List.copyOf(findings);
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }
    }

    /**
     * To a recipient or a guest: that his certificate ends, or can't be used. It goes when that is so, whatever is going
     * on, and names nothing else.
     *
     * @param certificate the one on file
     * @param ends        empty where it can't be used already
     * @param encryptTo   empty where nothing can be encrypted to it
     */
    record KeyWarning(CaseId keptWith, Fingerprint certificate, Optional<Instant> ends, Optional<Fingerprint> encryptTo)
            implements BookLetter, EncryptedTo {
        public KeyWarning {
            Objects.requireNonNull(keptWith, "keptWith");
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(ends, "ends");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }

    /**
     * To each member: that the desk has another key.
     *
     * @param at   since when
     * @param told how many people outside the team are told as well
     */
    record DeskKeyNews(Fingerprint former, Fingerprint present, Instant at, int told) implements BookLetter {
        public DeskKeyNews {
            Objects.requireNonNull(former, "former");
            Objects.requireNonNull(present, "present");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * To a recipient or a reporter: that the desk has another key. It names nothing else.
     *
     * @param reporterToken of a reporter, for his answer
     */
    record DeskKeyChanged(
            CaseId keptWith,
            Fingerprint former,
            Fingerprint present,
            Instant at,
            Optional<Token> reporterToken,
            Optional<Fingerprint> encryptTo)
            implements BookLetter, EncryptedTo {
        public DeskKeyChanged {
            Objects.requireNonNull(keptWith, "keptWith");
            Objects.requireNonNull(former, "former");
            Objects.requireNonNull(present, "present");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }
    }

    /** What all letters to a guest have. */
    sealed interface ToGuest extends BookLetter, EncryptedTo {
        CaseId caseId();

        /** Stands in the address at which he answers. */
        Token token();

        @Override
        default CaseId keptWith() {
            return caseId();
        }
    }
}
