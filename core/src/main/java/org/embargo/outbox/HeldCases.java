package org.embargo.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.embargo.config.HoldFolder;
import org.embargo.config.Holds;
import org.embargo.model.Case;
import org.embargo.model.DeskName;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.ToReporter;
import org.embargo.store.Store;

/**
 * What a hold stops: every letter of its case to anybody outside the team, but receipts. A hold of all stops letters
 * outside that belong to no case as well, such as the desk's certificate; the short note to an unproven author stands for
 * a receipt and goes. Mail to members goes on, encrypted as always: who holds a case must hear what happens to it.
 *
 * <p>A case is held by its journal or by a file in {@code hold/}. Both are read for each letter at the moment at which it
 * would leave. Safe for use by many threads.
 */
public final class HeldCases {

    /** Stands as last error of letters that wait for the end of a hold. */
    public static final String CODE = "case-held";

    /** Stands as last error of letters to a reporter who may be a thief. */
    public static final String SHARED = "shared";

    static final Duration LOOKED_AT_EVERY = Duration.ofMinutes(1);

    private final Store store;
    private final HoldFolder files;
    private final Function<DeskName, Optional<Letterhead>> letterheads;

    public HeldCases(Store store, HoldFolder files, Function<DeskName, Optional<Letterhead>> letterheads) {
        this.store = store;
        this.files = files;
        this.letterheads = letterheads;
    }

    /** Whether {@code letter} may not leave now. */
    boolean stop(OutboxLetter letter) {
        boolean toTeam = letterheads
                .apply(letter.desk())
                .filter(head -> head.isToTeam(letter))
                .isPresent();
        if (toTeam || isReceipt(letter.letter())) {
            return false;
        }
        Holds held = files.read();
        return held.all().isPresent()
                || letter.caseId()
                        .filter(id -> held.hold(id)
                                || store.reading(tx -> tx.journal().find(id))
                                        .filter(Case::held)
                                        .isPresent())
                        .isPresent();
    }

    /**
     * Whether {@code letter} goes to a reporter and must not before a member is sure: the same ciphertext came in another
     * case, and one of the two senders may have stolen it.
     */
    boolean forbid(OutboxLetter letter) {
        return letter.letter() instanceof ToReporter
                && letter.caseId()
                        .flatMap(id -> store.reading(tx -> tx.journal().find(id)))
                        .filter(Case::isReporterInDoubt)
                        .isPresent();
    }

    private static boolean isReceipt(Letter letter) {
        return letter instanceof ReporterLetter.Receipt || letter instanceof StrangerLetter.UnprovenNote;
    }
}
