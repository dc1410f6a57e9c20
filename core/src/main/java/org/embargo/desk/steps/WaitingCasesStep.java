package org.embargo.desk.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.store.AnswerCounts;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/** The list of unanswered cases that a flooded team gets instead of a reminder for each. */
public final class WaitingCasesStep implements Step {

    public static final String KIND = "waiting-cases";
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_CASES = 200;

    /** Whether a reminder may go by itself; otherwise the list is planned, unless it is already. */
    static boolean isToldSingly(DueStep due) {
        AnswerCounts answers = due.tx().answers();
        DeskName desk = due.row().key().desk();
        int most = due.desk().config().limits().casesPerHour();
        if (answers.ofDesk(AnswerCounts.Kind.REMINDER, desk, due.now().minus(HOUR)) < most) {
            answers.count(AnswerCounts.Kind.REMINDER, desk, due.desk().config().address(), due.now());
            return true;
        }
        plan(due.tx(), desk, due.now());
        return false;
    }

    private static void plan(Transaction tx, DeskName desk, Instant now) {
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
        List<CaseId> waiting = due.tx().timetable().cases(due.row().key().desk(), CaseClock.ACKNOWLEDGEMENT.word());
        if (!waiting.isEmpty()) {
            List<CaseId> shown = waiting.stream().limit(MOST_CASES).toList();
            DeskLetters.toTeam(due, new ClockLetter.WaitingCases(shown, waiting.size()));
        }
    }
}
