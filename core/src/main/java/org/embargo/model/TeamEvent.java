package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something among the team: who looks after the case, what members proposed, what they were reminded of. */
public sealed interface TeamEvent extends CaseEvent {

    /** The team was reminded that a human must act. */
    record TeamReminded(CaseClock clock, Instant at) implements TeamEvent {
        public TeamReminded {
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.reminded.put(clock, at));
        }
    }

    /** Who of the team looks after the case. */
    record OwnerSet(Address owner) implements TeamEvent {
        public OwnerSet {
            Objects.requireNonNull(owner, "owner");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.owner = Optional.of(owner));
        }
    }

    /** A member sent a command that needs several, and is not the last of them. */
    record CommandProposed(Confidential command, Fingerprint by, Instant at) implements TeamEvent {
        public CommandProposed {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.proposals.add(new Proposal(command, by, at)));
        }
    }

    /** As many members as are needed have sent a command; it is carried out. */
    record ProposalCarried(Confidential command) implements TeamEvent {
        public ProposalCarried {
            Objects.requireNonNull(command, "command");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(
                    draft -> draft.proposals.removeIf(each -> each.command().equals(command)));
        }
    }
}
