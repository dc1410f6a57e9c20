package org.embargo.desk.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/** The list of new cases that a flooded team gets instead of a mail for each. */
public final class NewCasesStep implements Step {

    public static final String KIND = "new-cases";
    private static final Duration EVERY = Duration.ofMinutes(15);

    /** Plans the next list, unless one is planned already. */
    public static void plan(Transaction tx, DeskName desk, Instant now) {
        TimetableKey key = TimetableKey.of(desk, KIND);
        if (tx.timetable().find(key).isEmpty()) {
            tx.timetable().schedule(key, now.plus(EVERY));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        List<CaseId> cases = due.tx()
                .cases()
                .filedSince(due.row().key().desk(), due.row().planned().minus(EVERY));
        DeskLetters.toTeam(due, new TeamLetter.NewCases(cases));
    }
}
