package org.embargo.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The security desk of one project, as far as decisions need to know it.
 *
 * @param address           where reports go; all other addresses of the desk derive from it
 * @param revoked           certificates of members that are revoked: who has one is still told that there is news
 * @param approvals         how many members must want what can't be undone
 * @param acknowledgeWithin how soon a human must answer a report
 * @param receiptDelay      a receipt leaves after a random part of this
 */
public record Desk(
        DeskName name,
        Address address,
        String casePrefix,
        List<Member> team,
        Set<Fingerprint> revoked,
        int approvals,
        Duration acknowledgeWithin,
        Duration receiptDelay) {

    public Desk {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(casePrefix, "casePrefix");
        team = List.copyOf(team);
        revoked = Set.copyOf(revoked);
        Objects.requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        Objects.requireNonNull(receiptDelay, "receiptDelay");
    }

    /** One whose members' certificates all stand. */
    public Desk(
            DeskName name,
            Address address,
            String casePrefix,
            List<Member> team,
            int approvals,
            Duration acknowledgeWithin,
            Duration receiptDelay) {
        this(name, address, casePrefix, team, Set.of(), approvals, acknowledgeWithin, receiptDelay);
    }

    /** Whether what {@code member} has ordered or approved still counts. */
    public boolean counts(Member member) {
        return team.contains(member) && !revoked.contains(member.fingerprint());
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
