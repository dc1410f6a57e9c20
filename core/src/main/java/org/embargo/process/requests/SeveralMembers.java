package org.embargo.process.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.Confidential;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.model.Proposal;
import org.embargo.model.TeamEvent;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/**
 * Has a command that can't be undone wait until as many members have sent it as the desk's {@code approvals} say. Each
 * sends the same; a member counts once, and only while he is of the team with the same key.
 */
final class SeveralMembers {

    /** How long a member's word waits for the others'. */
    private static final Duration WAITS = Duration.ofDays(7);

    private final Case current;
    private final Request request;
    private final Circumstances at;

    SeveralMembers(Case current, Request request, Circumstances at) {
        this.current = current;
        this.request = request;
        this.at = at;
    }

    /** @param carried what comes of it once all have sent it */
    Decision decide(Decision.Done carried) {
        Desk desk = at.mailing().roster().desk();
        Optional<Instant> waits = at.facts().waitsUntil(at.member(), at.now());
        if (waits.isPresent()) {
            return Decision.refused(Reason.KEY_TOO_NEW, waits.get().toString());
        }
        Confidential same = request.sameAs(at);
        Set<Fingerprint> before = proposers(same);
        Fingerprint member = at.member().fingerprint();
        boolean again = before.contains(member);
        Set<Fingerprint> all = new HashSet<>(before);
        all.add(member);
        int missing = desk.approvals() - all.size();
        if (missing > 0) {
            List<CaseEvent> events = again ? List.of() : List.of(new TeamEvent.CommandProposed(same, member, at.now()));
            List<Remark> remarks = new ArrayList<>();
            remarks.add(
                    Remark.of(Kind.MORE_MEMBERS_NEEDED, String.valueOf(all.size()), String.valueOf(desk.approvals())));
            remarks.addAll(request.shown(at));
            return new Decision.Done(events, List.of(), remarks);
        }
        List<CaseEvent> events = new ArrayList<>(carried.events());
        if (!before.isEmpty()) {
            events.add(new TeamEvent.ProposalCarried(same));
        }
        List<Remark> remarks = new ArrayList<>(carried.remarks());
        remarks.addAll(request.shown(at));
        return new Decision.Done(events, carried.letters(), remarks);
    }

    /** From when on what one member has sent does not count any more. */
    static Instant ends(Proposal proposal) {
        return proposal.at().plus(WAITS);
    }

    private Set<Fingerprint> proposers(Confidential same) {
        Set<Fingerprint> proposers = new HashSet<>();
        current.proposals().stream()
                .filter(each -> each.command().equals(same))
                .filter(each -> counting(each, at).isPresent())
                .map(Proposal::by)
                .forEach(proposers::add);
        return proposers;
    }

    /** Who sent it, while that counts: a key that came by mail a short while ago may be a thief's second one. */
    static Optional<Member> counting(Proposal proposal, Circumstances at) {
        Desk desk = at.mailing().roster().desk();
        return desk.team().stream()
                .filter(member -> ends(proposal).isAfter(at.now()))
                .filter(member -> member.fingerprint().equals(proposal.by()) && desk.counts(member))
                .filter(member -> at.facts().waitsUntil(member, at.now()).isEmpty())
                .findFirst();
    }
}
