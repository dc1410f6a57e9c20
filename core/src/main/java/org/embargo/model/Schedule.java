package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The dates of a case as members have set them.
 *
 * @param disclosure the hour at which it becomes public; of an exploited case it may come sooner
 * @param lead       how long before that the private list is told
 * @param former     the hour that was set before it was taken back: who sets an earlier one moves it
 */
public record Schedule(Optional<Instant> disclosure, Lead lead, Urgency urgency, Optional<Instant> former) {

    public static final Schedule OPEN = new Schedule(Optional.empty(), Lead.USUAL, Urgency.NONE);

    public Schedule(Optional<Instant> disclosure, Lead lead, Urgency urgency) {
        this(disclosure, lead, urgency, Optional.empty());
    }

    public Schedule {
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(former, "former");
    }

    /** The hour against which a new one is earlier or later. */
    public Optional<Instant> known() {
        return disclosure.or(() -> former);
    }

    Schedule withDisclosure(Instant hour) {
        return new Schedule(Optional.of(hour), lead, urgency, Optional.empty());
    }

    Schedule withoutDisclosure() {
        return new Schedule(Optional.empty(), lead, urgency, known());
    }

    Schedule withLead(Lead to) {
        return new Schedule(disclosure, to, urgency, former);
    }

    Schedule withUrgency(Urgency to) {
        return new Schedule(disclosure, lead, to, former);
    }
}
