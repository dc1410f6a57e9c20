package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The dates of a case as members have set them.
 *
 * @param disclosure the hour at which it becomes public; of an exploited case it may come sooner
 * @param lead       how long before that the private list is told
 */
public record Schedule(Optional<Instant> disclosure, Lead lead, Urgency urgency) {

    public static final Schedule OPEN = new Schedule(Optional.empty(), Lead.USUAL, Urgency.NONE);

    public Schedule {
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(urgency, "urgency");
    }
}
