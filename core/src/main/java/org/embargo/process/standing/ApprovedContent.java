package org.embargo.process.standing;

import java.util.List;
import java.util.Optional;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.Desk;
import org.embargo.model.FinishedTexts;

/** What of a case is approved at this moment; nothing else may ever be sent. */
public final class ApprovedContent {

    private ApprovedContent() {}

    /**
     * The texts that enough members of {@code desk} have approved, as they were stored then; empty where they have not,
     * where one who did has left or changed his certificate, and where the content is another by now.
     *
     * @param now digest of what would be finished now
     */
    public static Optional<FinishedTexts> of(Case current, Desk desk, String now) {
        Approvals approvals = current.approvals();
        List<Approvals.Approval> valid = standing(current, desk, now);
        boolean enough = valid.size() >= desk.approvals();
        return enough && hasFreshEyes(current, valid, desk.approvals())
                ? approvals.content().filter(texts -> texts.digest().equals(now))
                : Optional.empty();
    }

    /**
     * Of several members, one must have approved what he has not changed himself.
     *
     * @param given  by whom
     * @param wanted how many must approve
     */
    public static boolean hasFreshEyes(Case current, List<Approvals.Approval> given, int wanted) {
        return wanted < 2
                || given.stream().anyMatch(each -> !current.approvals().isEditor(each.by()));
    }

    /** The approvals that count: by members of today, with the key they have today, of this content. */
    public static List<Approvals.Approval> standing(Case current, Desk desk, String now) {
        return current.approvals().given().stream()
                .filter(each -> each.content().equals(now))
                .filter(each -> desk.counts(each.by()))
                .toList();
    }
}
