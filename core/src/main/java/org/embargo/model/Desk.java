package org.embargo.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The security desk of one project, as far as decisions need to know it.
 *
 * @param address           where reports go; all other addresses of the desk derive from it
 * @param approvals         how many members must want what can't be undone
 * @param acknowledgeWithin how soon a human must answer a report
 * @param receiptDelay      a receipt leaves after a random part of this
 */
public record Desk(
        DeskName name,
        Address address,
        String casePrefix,
        List<Member> team,
        int approvals,
        Duration acknowledgeWithin,
        Duration receiptDelay) {

    public Desk {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(casePrefix, "casePrefix");
        team = List.copyOf(team);
        Objects.requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        Objects.requireNonNull(receiptDelay, "receiptDelay");
    }

    /** Where what belongs to no case is kept. */
    public CaseId book() {
        return CaseId.book(casePrefix);
    }

    /** The member at {@code address}, whoever may be writing from there. */
    public Optional<Member> member(Address address) {
        return team.stream().filter(member -> member.address().equals(address)).findFirst();
    }

    /** What {@code recipient} is to this desk; empty where it is no address of it. */
    public Optional<DeskAddress> read(Address recipient) {
        return DeskAddress.read(name, address, casePrefix, recipient);
    }
}
