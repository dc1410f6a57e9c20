package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;

/** A letter to one member. */
public sealed interface MemberLetter extends Letter {

    /** To a member whose certificate can't be used: there is news, and what to do about the certificate. */
    record News() implements MemberLetter {
        @Override
        public boolean mayGoInClear() {
            return true;
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
            implements MemberLetter {
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
         * @param refusal why it is not done; empty where nothing speaks against it
         * @param remarks what it did, or told
         */
        public record Line(int number, Confidential command, Optional<Refusal> refusal, List<Remark> remarks) {
            public Line {
                Objects.requireNonNull(command, "command");
                Objects.requireNonNull(refusal, "refusal");
                remarks = List.copyOf(remarks);
            }

            public static Line done(int number, Confidential command, List<Remark> remarks) {
                return new Line(number, command, Optional.empty(), remarks);
            }

            public static Line refused(int number, Confidential command, Refusal why) {
                return new Line(number, command, Optional.of(why), List.of());
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
