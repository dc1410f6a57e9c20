package org.embargo.store;

import java.time.Instant;
import java.util.Objects;
import org.embargo.model.Actor;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;

/**
 * One verified line of a journal.
 *
 * @param number  its place in the desk's journal, from 1
 * @param version its place in the case, from 1
 */
public record JournalLine(
        DeskName desk, CaseId caseId, long number, long version, Instant time, Actor actor, CaseEvent event) {

    public JournalLine {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(event, "event");
    }
}
