package org.embargo.process.requests;

import java.util.Set;
import org.embargo.model.Case;
import org.embargo.model.CaseId;

/**
 * What whoever runs the server holds, whatever the journals say.
 *
 * @param all   everything; {@code /resume} does not end that
 * @param cases single ones
 */
public record OperatorHolds(boolean all, Set<CaseId> cases) {

    public static final OperatorHolds NONE = new OperatorHolds(false, Set.of());

    public OperatorHolds {
        cases = Set.copyOf(cases);
    }

    /** Whether a letter of {@code current} to anybody outside waits, by these or by its journal. */
    boolean keepBack(Case current) {
        return all || current.held() || cases.contains(current.id());
    }
}
