package org.embargo.desk.open;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.requests.FallenApprovals;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;
import org.embargo.store.TimetableKey;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/**
 * The one way to change a case: its events, its letters and its timetable go into the same transaction. Whoever appends
 * to a journal without it leaves a timetable behind that is not true.
 */
public final class CaseCommit {

    private final Transaction tx;
    private final OpenDesk desk;
    private final Instant now;

    public CaseCommit(Transaction tx, OpenDesk desk, Instant now) {
        this.tx = tx;
        this.desk = desk;
        this.now = now;
    }

    /**
     * Writes what was decided on {@code current}.
     *
     * @return the case after it
     * @throws org.embargo.store.StaleCaseException when the case was changed meanwhile; decide again
     */
    public Case commit(Case current, Outcome outcome, Actor actor) {
        Case after = tx.journal().append(current, outcome.events(), actor, now);
        outcome.letters().forEach(tx.outbox()::enqueue);
        if (outcome.events().stream().anyMatch(DisclosureEvent.ReleaseIssued.class::isInstance)) {
            KnownReleases.plan(tx, after, now);
        }
        Case settled = settled(after);
        plan(settled);
        return settled;
    }

    /** Drops the approvals of {@code current} that hold no more, where nothing else has changed it. */
    public void dropApprovals(Case current) {
        plan(settled(current));
    }

    /** Approvals that hold no more fall in the same commit, whoever changed what, and the team hears of it. */
    private Case settled(Case current) {
        Optional<FallenApprovals> fallen = FallenApprovals.in(current, desk.desk(), desk.content());
        if (fallen.isEmpty()) {
            return current;
        }
        Mailing mailing = new Mailing(desk.roster(now), Randomness.secure(), now);
        fallen.get().letters(mailing, member -> true).forEach(tx.outbox()::enqueue);
        return tx.journal().append(current, List.of(fallen.get().event()), Actor.DESK, now);
    }

    /** Makes the timetable say what the case's journal says. What stands there already stays, put off or claimed. */
    public void plan(Case current) {
        Map<String, Instant> missing = new HashMap<>();
        for (PlannedStep step : TimetablePlanner.plan(current, desk.clocks())) {
            missing.put(step.clock().word(), step.at());
        }
        for (TimetableRow row : tx.timetable().of(current.id())) {
            String kind = row.key().kind();
            if (row.planned().equals(missing.get(kind))) {
                missing.remove(kind);
            } else if (!missing.containsKey(kind) && isClock(kind)) {
                tx.timetable().cancel(row.key());
            }
        }
        missing.forEach((kind, at) -> tx.timetable().schedule(TimetableKey.of(current.desk(), current.id(), kind), at));
    }

    private static boolean isClock(String kind) {
        return List.of(CaseClock.values()).stream()
                .anyMatch(clock -> clock.word().equals(kind));
    }
}
