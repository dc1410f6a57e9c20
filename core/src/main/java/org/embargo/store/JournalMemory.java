package org.embargo.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;

/**
 * The few cases that were folded last, with the rows they were folded of. Whether a row holds, and what is folded of rows,
 * depends on their bytes alone: of rows that are read anew and are the same to the last byte, the answer is known. One
 * thread.
 */
final class JournalMemory {

    /** A case and the book of its desk, with room for one more case. */
    private static final int MOST = 3;

    private final Map<CaseId, Folded> last = new LinkedHashMap<>();

    /** What was folded of the rows that {@code stored} begins with; empty where any of them was another. */
    Optional<Folded> startOf(CaseId id, List<JournalRow> stored) {
        return Optional.ofNullable(last.get(id)).filter(folded -> folded.isStartOf(stored));
    }

    void keep(CaseId id, Folded folded) {
        last.remove(id);
        last.put(id, folded);
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }

    /** A case, and all the rows that were verified and folded into it. */
    record Folded(List<JournalRow> rows, Case result) {
        Folded {
            rows = List.copyOf(rows);
        }

        private boolean isStartOf(List<JournalRow> stored) {
            if (rows.size() > stored.size()) {
                return false;
            }
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).isTheSameAs(stored.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
