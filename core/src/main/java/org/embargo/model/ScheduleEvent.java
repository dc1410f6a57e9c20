package org.embargo.model;

import java.time.Instant;
import java.util.Objects;

/** A member set a date of the case. The one before stands in the case that the event is applied to. */
public sealed interface ScheduleEvent extends CaseEvent {

    /** The hour of disclosure is set, or moved. */
    record DisclosureSet(Instant hour) implements ScheduleEvent {
        public DisclosureSet {
            Objects.requireNonNull(hour, "hour");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.schedule = draft.schedule.withDisclosure(hour);
                if (draft.state == CaseState.ACCEPTED) {
                    draft.state = draft.notices.decided().isPresent() ? CaseState.NOTIFIED : CaseState.SCHEDULED;
                }
            });
        }
    }

    /** There is no hour of disclosure any more. */
    record DisclosureUnset() implements ScheduleEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.schedule = draft.schedule.withoutDisclosure();
                if (draft.state == CaseState.SCHEDULED || draft.state == CaseState.NOTIFIED) {
                    draft.state = CaseState.ACCEPTED;
                }
            });
        }
    }

    /** How long before disclosure the private list is told. */
    record LeadSet(Lead lead) implements ScheduleEvent {
        public LeadSet {
            Objects.requireNonNull(lead, "lead");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.schedule = draft.schedule.withLead(lead));
        }
    }
}
