package org.embargo.desk.steps;

import java.time.Duration;
import java.time.Instant;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.Step;
import org.embargo.model.CaseId;
import org.embargo.store.JournalDamageException;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/**
 * Looks whether approvals still hold where no commit of their case would have told: a desk's configuration, its texts, its
 * lists and its team change at a start, members' certificates by the desk's book. At start, and hourly.
 */
public final class ApprovalStep implements Step {

    private static final Logger LOGGER = LogManager.getLogger(ApprovalStep.class);
    private static final String KIND = "approvals";
    private static final Duration EVERY = Duration.ofHours(1);

    public static void plan(Transaction tx, OpenDesk desk, Instant now) {
        tx.timetable().schedule(TimetableKey.of(desk.config().name(), KIND), now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        for (CaseId id : due.tx().cases().open(due.row().key().desk())) {
            look(due, id);
        }
        due.tx().timetable().schedule(due.row().key(), due.now().plus(EVERY));
    }

    /** Nothing of a damaged case can be sent anyway, and the others must be looked at. */
    private static void look(DueStep due, CaseId id) {
        try {
            due.tx()
                    .journal()
                    .find(id)
                    .filter(each -> !each.approvals().given().isEmpty())
                    .ifPresent(due.commit()::dropApprovals);
        } catch (JournalDamageException e) {
            LOGGER.warn("approvals of {} can't be looked at: its journal is damaged", id);
        }
    }
}
