package org.embargo.process.requests;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.model.ApprovalEvent.ApprovalsFell;
import org.embargo.model.ApprovalEvent.ApprovalsFell.Reason;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.Desk;
import org.embargo.model.Member;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.standing.ContentWriter;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Remark;

/**
 * Approvals of a case that hold no more: what they bind to changed, or who gave one left or has another certificate.
 *
 * @param current the case that still has them
 */
public record FallenApprovals(Case current, Reason reason) {

    /** Empty where none was given, or all hold. */
    public static Optional<FallenApprovals> in(Case current, Desk desk, ContentWriter writer) {
        List<Approvals.Approval> given = current.approvals().given();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!given.stream().allMatch(each -> desk.counts(each.by()))) {
            return Optional.of(new FallenApprovals(current, Reason.APPROVER_CHANGED));
        }
        String now = writer.finish(current).digest();
        return given.stream().allMatch(each -> each.content().equals(now))
                ? Optional.empty()
                : Optional.of(new FallenApprovals(current, Reason.CONTENT_CHANGED));
    }

    public ApprovalsFell event() {
        return new ApprovalsFell(reason);
    }

    /** What whoever caused it is told. */
    Remark remark() {
        return Remark.of(Remark.Kind.APPROVALS_FELL, reason.name(), who());
    }

    /** To the members for whom {@code included} holds; who had approved is one of them, while he is of the team. */
    public List<OutboxLetter> letters(Mailing mailing, Predicate<Member> included) {
        Letter letter = new TeamLetter.TeamProblem(
                current.id(), List.of(Finding.of(Finding.Kind.APPROVALS_FELL, reason.name(), who())));
        return mailing.toTeam(
                Optional.of(current.id()), letter, mailing.newMessageId(), current.teamThread(), included);
    }

    private String who() {
        return current.approvals().given().stream()
                .map(Approvals.Approval::member)
                .map(Address::value)
                .collect(Collectors.joining(", "));
    }
}
