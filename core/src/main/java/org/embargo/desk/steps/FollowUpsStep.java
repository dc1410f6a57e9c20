package org.embargo.desk.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.config.DeskConfig;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskRole;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.AnswerCounts;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/** What a team gets instead of each mail that floods one case from outside: how many there were. They are kept with it. */
public final class FollowUpsStep implements Step {

    public static final String KIND = "follow-ups";
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Whether a mail that joins the case may be told by itself; otherwise the list is planned, unless it is already. */
    public static boolean isToldSingly(Transaction tx, DeskConfig desk, CaseId id, Instant now) {
        AnswerCounts answers = tx.answers();
        Address key = desk.addressOf(new DeskRole.CaseAddress(id));
        int told = answers.toAddress(AnswerCounts.Kind.FOLLOW_UP, desk.name(), key, now.minus(HOUR));
        if (told < desk.limits().casesPerHour()) {
            answers.count(AnswerCounts.Kind.FOLLOW_UP, desk.name(), key, now);
            return true;
        }
        answers.count(AnswerCounts.Kind.FOLLOW_UP_LISTED, desk.name(), key, now);
        TimetableKey step = TimetableKey.of(desk.name(), id, KIND);
        if (tx.timetable().find(step).isEmpty()) {
            tx.timetable().schedule(step, now.plus(EVERY));
        }
        return false;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        CaseId id = due.row().key().caseId().orElseThrow();
        DeskConfig desk = due.desk().config();
        Instant since = due.row().planned().minus(EVERY);
        int count = due.tx()
                .answers()
                .toAddress(
                        AnswerCounts.Kind.FOLLOW_UP_LISTED,
                        desk.name(),
                        desk.addressOf(new DeskRole.CaseAddress(id)),
                        since);
        Finding finding = Finding.of(Finding.Kind.FOLLOW_UPS, String.valueOf(count), since.toString());
        Mailing mailing = due.mailing();
        mailing.toTeam(
                        Optional.of(id),
                        new TeamLetter.TeamProblem(id, List.of(finding)),
                        mailing.newMessageId(),
                        due.tx().journal().find(id).flatMap(Case::teamThread),
                        member -> true)
                .forEach(due.tx().outbox()::enqueue);
    }
}
