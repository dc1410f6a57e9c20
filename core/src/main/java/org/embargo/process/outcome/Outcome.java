package org.embargo.process.outcome;

import java.util.List;
import org.embargo.model.CaseEvent;

/**
 * What a decision causes: events of one case and letters, committed together or not at all.
 *
 * @param events in order
 * @param letters to put into the outbox
 */
public record Outcome(List<CaseEvent> events, List<OutboxLetter> letters) {

    public Outcome {
        events = List.copyOf(events);
        letters = List.copyOf(letters);
    }
}
