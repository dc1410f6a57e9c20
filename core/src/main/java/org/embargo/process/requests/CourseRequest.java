package org.embargo.process.requests;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.CourseEvent;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Posts;
import org.embargo.model.TeamEvent;
import org.embargo.process.timetable.DisclosurePlan;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** What moves a case on its way without a word to anybody outside. */
public sealed interface CourseRequest extends Request {

    /** Closes a case that nobody needs, and answers nobody. */
    record Junk(CaseId junk) implements CourseRequest {
        public Junk {
            Objects.requireNonNull(junk, "junk");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.changed(new CourseEvent.CaseClosed(true), Remark.of(Kind.JUNKED, junk.toString()));
        }

        @Override
        public Command command() {
            return Command.JUNK;
        }

        @Override
        public String arguments() {
            return junk.toString();
        }

        @Override
        public Optional<CaseId> target() {
            return Optional.of(junk);
        }
    }

    /** Who looks after the case. */
    record Owner(Address owner) implements CourseRequest {
        public Owner {
            Objects.requireNonNull(owner, "owner");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return at.mailing().roster().desk().member(owner).isEmpty()
                    ? Decision.refused(Reason.NOT_A_MEMBER, owner.value())
                    : Decision.changed(new TeamEvent.OwnerSet(owner), Remark.of(Kind.OWNER_IS_NOW, owner.value()));
        }

        @Override
        public Command command() {
            return Command.OWNER;
        }

        @Override
        public String arguments() {
            return owner.value();
        }
    }

    /** Nothing of the case leaves to anybody outside, but receipts. */
    record Hold(Confidential text) implements CourseRequest {
        public Hold {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.changed(new CourseEvent.CaseHeld(), Remark.of(Kind.HELD));
        }

        @Override
        public Command command() {
            return Command.HOLD;
        }
    }

    /** Ends a hold. */
    record Resume() implements CourseRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.held()
                    ? Decision.changed(new CourseEvent.CaseResumed(), Remark.of(Kind.RESUMED))
                    : Decision.refused(Reason.NOT_HELD);
        }

        @Override
        public Command command() {
            return Command.RESUME;
        }
    }

    /** What failed is tried again at once: steps of the timetable, and letters that were held or put off. */
    record Retry() implements CourseRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.changed(new CourseEvent.StepsRetried(), Remark.of(Kind.RETRIED));
        }

        @Override
        public Command command() {
            return Command.RETRY;
        }
    }

    /** Nothing is left to do. */
    record Close(Confidential text) implements CourseRequest {
        public Close {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.state() == CaseState.CLOSED
                    ? Decision.refused(Reason.CLOSED_ALREADY)
                    : Decision.changed(
                            new CourseEvent.CaseClosed(false),
                            Remark.of(Kind.STATE_IS_NOW, Standing.word(CaseState.CLOSED)));
        }

        @Override
        public Command command() {
            return Command.CLOSE;
        }
    }

    /** Goes on where the case was before it came to its end. An hour that passed meanwhile is missed, never made up for. */
    record Reopen() implements CourseRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.endedFrom()
                    .map(state -> reopened(current, state, at))
                    .orElseGet(() -> Decision.refused(Reason.NOT_CLOSED));
        }

        private static Decision reopened(Case current, CaseState state, Circumstances at) {
            CaseEvent reopened = new CourseEvent.CaseReopened();
            Remark said = Remark.of(Kind.STATE_IS_NOW, Standing.word(state));
            return DisclosurePlan.passed(current.after(reopened), at.rules().clocks(), at.now())
                    .map(hour -> missed(reopened, said, hour))
                    .orElseGet(() -> Decision.changed(reopened, said));
        }

        private static Decision missed(CaseEvent reopened, Remark said, Instant hour) {
            CaseEvent missed = new DisclosureEvent.HourMissed(new Posts.Missed(hour, Posts.Reason.CLOSED));
            return new Decision.Done(
                    List.of(reopened, missed),
                    List.of(),
                    List.of(said, Remark.of(Kind.HOUR_PASSED_CLOSED, hour.toString())));
        }

        @Override
        public Command command() {
            return Command.REOPEN;
        }
    }
}
