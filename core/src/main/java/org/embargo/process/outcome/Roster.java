package org.embargo.process.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Desk;
import org.embargo.model.Member;
import org.embargo.process.words.Finding;

/**
 * The desk with who of its team can be written to at this hour.
 *
 * @param unreachable members whose certificate can't be used; they get a plain word that there is news, no more
 */
public record Roster(Desk desk, Set<Address> unreachable) {

    public Roster {
        Objects.requireNonNull(desk, "desk");
        unreachable = Set.copyOf(unreachable);
    }

    boolean canReach(Member member) {
        return !unreachable.contains(member.address());
    }

    /** One finding for each member who gets only a plain word, so that the others know. */
    public List<Finding> gaps() {
        List<Finding> gaps = new ArrayList<>();
        for (Member member : desk.team()) {
            if (!canReach(member)) {
                gaps.add(Finding.of(
                        Finding.Kind.MEMBER_UNREACHABLE, member.address().value()));
            }
        }
        return gaps;
    }
}
