package org.embargo.process.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.embargo.process.standing.LocalHour;
import org.embargo.process.words.Refusal;

/** When a member wants an issue to become public. */
public sealed interface DisclosureHour {

    /** The moment; empty where the desk's hour does not exist on that day, or exists twice. */
    Optional<Instant> moment(DeskRules rules);

    /** Why there is none. */
    Refusal objection(DeskRules rules);

    String print();

    /** At a moment, in whole seconds. */
    record At(Instant hour) implements DisclosureHour {
        public At {
            Objects.requireNonNull(hour, "hour");
        }

        @Override
        public Optional<Instant> moment(DeskRules rules) {
            return Optional.of(hour);
        }

        @Override
        public Refusal objection(DeskRules rules) {
            throw new IllegalStateException("a moment is a moment");
        }

        @Override
        public String print() {
            return hour.toString();
        }
    }

    /** On a day, at the hour of the desk. */
    record On(LocalDate day) implements DisclosureHour {
        public On {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public Optional<Instant> moment(DeskRules rules) {
            return hour(rules).moment();
        }

        @Override
        public Refusal objection(DeskRules rules) {
            return hour(rules).objection();
        }

        @Override
        public String print() {
            return day.toString();
        }

        private LocalHour hour(DeskRules rules) {
            return new LocalHour(day.atTime(rules.disclosureTime()), rules.zone());
        }
    }
}
