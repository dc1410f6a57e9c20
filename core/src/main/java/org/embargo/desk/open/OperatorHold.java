package org.embargo.desk.open;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.Holds;
import org.embargo.model.Actor;
import org.embargo.model.CaseId;
import org.embargo.model.CourseEvent;
import org.embargo.process.words.Remark;
import org.embargo.store.JournalLine;
import org.embargo.store.Transaction;

/** How a hold by whoever runs the server and the journal of a case go together. */
public final class OperatorHold {

    private static final Logger LOGGER = LogManager.getLogger(OperatorHold.class);

    private OperatorHold() {}

    /** Who holds the case by its journal. */
    public static Set<Actor> holders(Transaction tx, CaseId id) {
        return holders(tx.journal().lines(id));
    }

    private static Set<Actor> holders(List<JournalLine> lines) {
        Set<Actor> holders = new LinkedHashSet<>();
        for (JournalLine line : lines) {
            if (line.event() instanceof CourseEvent.CaseHeld) {
                holders.add(line.actor());
            } else if (line.event() instanceof CourseEvent.CaseResumed) {
                holders.clear();
            }
        }
        return holders;
    }

    /**
     * A member ended the hold, in this transaction. The file goes as well, if the journal knew of it:
     * one that was made a moment ago stays, and holds the case again. Where the transaction fails after this, the journal
     * still holds the case.
     */
    public static void resumed(Transaction tx, OpenDesk desk, CaseId id) {
        List<JournalLine> lines = tx.journal().lines(id);
        int newest = lines.size() - 1;
        while (newest > 0 && !(lines.get(newest).event() instanceof CourseEvent.CaseResumed)) {
            newest--;
        }
        if (!holders(lines.subList(0, newest)).contains(Actor.OPERATOR)) {
            return;
        }
        try {
            desk.holds().forget(id);
        } catch (IOException e) {
            LOGGER.error(
                    "the hold of {} was ended by a member, and its file can't be removed: {}",
                    id,
                    e.getClass().getSimpleName());
        }
    }

    /** What stands at the end of every transcript of a desk, whatever the case's journal says. */
    public static List<Remark> standing(OpenDesk desk, Optional<CaseId> about) {
        List<Remark> remarks = new ArrayList<>();
        Holds holds = desk.holds().read();
        if (about.filter(holds.cases()::contains).isPresent()) {
            remarks.add(Remark.of(Remark.Kind.STANDS_HELD_BY_OPERATOR));
        }
        if (holds.all().isPresent()) {
            remarks.add(Remark.of(Remark.Kind.ALL_STAND_HELD));
        }
        if (desk.config().isRehearsal()) {
            remarks.add(Remark.of(Remark.Kind.REHEARSAL));
        }
        return remarks;
    }
}
