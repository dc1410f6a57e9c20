package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.IntakeId;
import org.embargo.process.words.Finding;

/** A letter to each member: a mail that came, or what went wrong. */
public sealed interface TeamLetter extends Letter {

    /** What the team is told never leaves unencrypted. */
    @Override
    default boolean mayGoInClear() {
        return false;
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
            implements TeamLetter, AboutMail {
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
    record TeamProblem(CaseId caseId, List<Finding> findings) implements TeamLetter {
        public TeamProblem {
            Objects.requireNonNull(caseId, "caseId");
            findings = List.copyOf(findings);
        }
    }

    /** Over {@code cases-per-hour}: the new cases of a quarter of an hour in one list. */
    record NewCases(List<CaseId> cases) implements TeamLetter {
        public NewCases {
            cases = List.copyOf(cases);
        }
    }

    /** As {@link TeamProblem}, where it belongs to no case. */
    record DeskProblem(List<Finding> findings) implements TeamLetter {
        public DeskProblem {
            findings = List.copyOf(findings);
        }
    }
}
