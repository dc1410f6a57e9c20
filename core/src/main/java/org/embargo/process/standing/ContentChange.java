package org.embargo.process.standing;

import java.util.List;
import org.embargo.model.ApprovalEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.Member;

/** What one mail did to the content of a case that approvals bind to. */
public record ContentChange(Case before, Case after, ContentWriter writer) {

    /** The event that keeps in mind that {@code member} changed something, where he did for the first time. */
    public List<CaseEvent> by(Member member) {
        boolean known = after.approvals().isEditor(member);
        return after.id().isBook() || known || isNothing()
                ? List.of()
                : List.of(new ApprovalEvent.ContentEdited(member));
    }

    private boolean isNothing() {
        return writer.finish(before).digest().equals(writer.finish(after).digest());
    }
}
