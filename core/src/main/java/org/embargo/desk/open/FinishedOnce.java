package org.embargo.desk.open;

import java.util.Optional;
import org.embargo.letters.AdvisoryWriter;
import org.embargo.model.Case;
import org.embargo.model.FinishedTexts;
import org.embargo.process.standing.ApprovedContent;

/**
 * Finishes what a case would publish once, for as long as it is asked about the very same case and writer. Both are
 * immutable, and a case is folded into another as soon as its journal has one more line. One thread.
 */
public final class FinishedOnce {

    private Optional<Finished> last = Optional.empty();

    /** As {@link OpenDesk#approvedNow}. */
    public Optional<FinishedTexts> approvedNow(OpenDesk desk, Case current) {
        Finished finished = last.filter(known -> known.isOf(current, desk.content()))
                .orElseGet(() -> new Finished(
                        current, desk.content(), desk.content().finish(current).digest()));
        last = Optional.of(finished);
        return ApprovedContent.of(current, desk.desk(), finished.digest());
    }

    private record Finished(Case current, AdvisoryWriter writer, String digest) {

        /** Not one that is equal: texts may tell apart what is equal otherwise, such as addresses. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Case other, AdvisoryWriter by) {
            return current == other && writer == by;
        }
    }
}
