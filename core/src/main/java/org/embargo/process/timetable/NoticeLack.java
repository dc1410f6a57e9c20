package org.embargo.process.timetable;

import java.util.ArrayList;
import java.util.List;
import org.embargo.model.Case;
import org.embargo.process.standing.ApprovedContent;
import org.embargo.process.standing.Completeness;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Finding.Kind;

/** What an advance notice lacks (contract, section 9); with anything of it, it does not go. */
public final class NoticeLack {

    private NoticeLack() {}

    /**
     * What {@code current} lacks, as far as it shows by itself: whether its approvals still hold is asked when it goes.
     *
     * @param approvals how many members must approve
     */
    public static List<Finding> of(Case current, int approvals) {
        List<Finding> lacks = new ArrayList<>();
        Completeness.missing(current)
                .forEach(piece -> lacks.add(
                        Finding.of(Kind.NOTICE_LACKS_CONTENT, piece.command().word())));
        int given = current.approvals().given().size();
        if (current.approvals().content().isEmpty() || given < approvals) {
            lacks.add(Finding.of(Kind.NOTICE_LACKS_APPROVAL, String.valueOf(given), String.valueOf(approvals)));
        } else if (!ApprovedContent.hasFreshEyes(current, current.approvals().given(), approvals)) {
            lacks.add(Finding.of(Kind.NOTICE_LACKS_FRESH_EYES));
        }
        if (current.held()) {
            lacks.add(Finding.of(Kind.NOTICE_HELD));
        }
        return List.copyOf(lacks);
    }
}
