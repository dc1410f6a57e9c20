package org.embargo.desk.steps;

import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.open.Step;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.process.outcome.Outcome;

/**
 * A step of a case for which something outside is asked that may take long, such as git. It is asked before the
 * transaction, which only writes down what came of it.
 */
public final class OutsideStep implements Step {

    private final CaseClock clock;
    private final boolean canBeUndone;
    private final Asks asks;

    public OutsideStep(CaseClock clock, boolean canBeUndone, Asks asks) {
        this.clock = clock;
        this.canBeUndone = canBeUndone;
        this.asks = asks;
    }

    /** Asks outside, for a case as it is then. */
    @FunctionalInterface
    public interface Asks {
        Concludes ask(Preparation before, Case current);
    }

    /** What is written down, for the case as it is by now. */
    @FunctionalInterface
    public interface Concludes {
        Outcome of(DueStep due, Case current);
    }

    @Override
    public String kind() {
        return clock.word();
    }

    @Override
    public boolean canBeUndone() {
        return canBeUndone;
    }

    @Override
    public boolean asksOutside() {
        return true;
    }

    @Override
    public Step prepared(Preparation before) {
        Optional<Case> due = before.due();
        return due.isPresent() ? new Asked(kind(), asks.ask(before, due.get())) : this;
    }

    /** Nobody was asked, for it was not due. */
    @Override
    public void run(DueStep due) {
        due.commit().plan(find(due));
    }

    private static Case find(DueStep due) {
        return due.row().key().caseId().flatMap(due.tx().journal()::find).orElseThrow();
    }

    /** What was done outside is written down, whatever has come up meanwhile. */
    private record Asked(String kind, Concludes concludes) implements Step {
        @Override
        public void run(DueStep due) {
            Case current = find(due);
            due.commit().commit(current, concludes.of(due, current), Actor.DESK);
        }
    }
}
