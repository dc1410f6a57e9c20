package org.embargo.commands;

import java.util.List;
import java.util.Objects;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.requests.Ordered;

/**
 * A member's text, read.
 *
 * @param dryRun   whether it only asks what would happen
 * @param note     what stands before the first command, without lines that only name a case
 * @param named    cases that a line of their own names before the first command
 * @param mentioned cases that the note mentions
 * @param addresses that a line of their own names before the first command
 * @param requests in order; empty where there is a mistake that concerns them
 * @param mistakes with any of them, nothing is done
 */
public record CommandMail(
        boolean dryRun,
        Confidential note,
        List<CaseId> named,
        List<CaseId> mentioned,
        List<Address> addresses,
        List<Ordered> requests,
        List<Mistake> mistakes) {

    public CommandMail {
        Objects.requireNonNull(note, "note");
        named = List.copyOf(named);
        mentioned = List.copyOf(mentioned);
        addresses = List.copyOf(addresses);
        requests = List.copyOf(requests);
        mistakes = List.copyOf(mistakes);
    }

    /** Whether its author meant to order something. */
    public boolean hasCommands() {
        return dryRun || !requests.isEmpty() || !mistakes.isEmpty();
    }
}
