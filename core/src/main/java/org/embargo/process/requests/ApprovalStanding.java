package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.Desk;
import org.embargo.process.standing.ApprovedContent;
import org.embargo.process.standing.StateTable;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** How far the approval of a case is, as sentences: at the end of every transcript from accepted until closed. */
final class ApprovalStanding {

    private ApprovalStanding() {}

    static List<Remark> brief(Case current, Circumstances at) {
        if (!StateTable.allows(Command.APPROVE, current.state())) {
            return List.of();
        }
        Desk desk = at.mailing().roster().desk();
        String now = at.content().finish(current).digest();
        List<Approvals.Approval> given = ApprovedContent.standing(current, desk, now);
        List<Remark> remarks = new ArrayList<>();
        remarks.add(Remark.of(
                Kind.STANDS_APPROVED,
                String.valueOf(Math.min(given.size(), desk.approvals())),
                String.valueOf(desk.approvals()),
                given.stream()
                        .map(Approvals.Approval::member)
                        .map(Address::value)
                        .collect(Collectors.joining(", "))));
        if (lacksFreshEyes(current, desk, now)) {
            remarks.add(Remark.of(Kind.MISSING_FRESH_EYES));
        }
        return remarks;
    }

    /** Why nothing is approved, though enough members did; for who finds that it is not. */
    static Refusal objection(Case current, Circumstances at) {
        Desk desk = at.mailing().roster().desk();
        String now = at.content().finish(current).digest();
        return Refusal.of(lacksFreshEyes(current, desk, now) ? Reason.NO_FRESH_EYES : Reason.NOT_APPROVED);
    }

    private static boolean lacksFreshEyes(Case current, Desk desk, String now) {
        boolean enough = ApprovedContent.standing(current, desk, now).size() >= desk.approvals();
        return enough && ApprovedContent.of(current, desk, now).isEmpty();
    }
}
