package org.embargo.desk.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.HoldFolder;
import org.embargo.config.Holds;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.OperatorHold;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.CourseEvent;
import org.embargo.model.DeskName;
import org.embargo.model.MessageId;
import org.embargo.model.Randomness;
import org.embargo.outbox.HeldCases;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/**
 * Puts what whoever runs the server holds, or lets go, into the journal of the case, and tells the team. The files have
 * their effect without it: the outbox looks at them before each letter. One thread.
 */
public final class HoldSweep {

    private static final Logger LOGGER = LogManager.getLogger(HoldSweep.class);

    private final Desks desks;
    private final Store store;
    private final HoldFolder files;
    private final Randomness randomness;
    private final Clock clock;
    /** Cases whose files were seen to; the files of others are looked at in each run. */
    private final Set<CaseId> seen = new HashSet<>();

    private final Set<CaseId> unknown = new HashSet<>();
    private Optional<String> all = Optional.empty();

    public HoldSweep(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.files = new HoldFolder(desks.config().home());
        this.randomness = randomness;
        this.clock = clock;
    }

    public void run() {
        Holds now = files.read();
        all(now.all());
        seen.retainAll(now.cases());
        unknown.retainAll(now.cases());
        now.cases().stream().filter(id -> !seen.contains(id)).forEach(this::hold);
        now.lifted().forEach(this::lift);
    }

    private void all(Optional<String> now) {
        if (now.equals(all)) {
            return;
        }
        try {
            if (now.isPresent()) {
                LOGGER.warn("all cases are held by a file in hold/");
                tellAll(Finding.Kind.ALL_HELD, now);
            } else {
                LOGGER.warn("the hold of all cases is over");
                tellAll(Finding.Kind.ALL_RESUMED, Optional.empty());
                store.inTransaction(tx -> tx.waitingLetters().bringForward(HeldCases.CODE, clock.instant()));
            }
            all = now;
        } catch (RuntimeException e) {
            failed("the hold of all cases", e);
        }
    }

    /** @param once what is told once for ever, over restarts as well */
    private void tellAll(Finding.Kind kind, Optional<String> once) {
        store.inTransaction(tx -> {
            Instant now = clock.instant();
            desks.all().stream()
                    .filter(desk -> once.isEmpty()
                            || tx.warnings()
                                    .take(desk.config().name(), "hold-all/" + once.get(), Optional.empty(), now))
                    .forEach(desk -> tell(
                            tx,
                            desk,
                            Optional.empty(),
                            new TeamLetter.DeskProblem(List.of(Finding.of(kind))),
                            Optional.empty()));
            return true;
        });
    }

    private void hold(CaseId id) {
        try {
            if (store.inTransaction(tx -> hold(tx, id))) {
                seen.add(id);
            }
        } catch (RuntimeException e) {
            failed("the hold of " + id, e);
        }
    }

    /** Says whether the file was seen to. */
    private boolean hold(Transaction tx, CaseId id) {
        Optional<OpenDesk> desk = desk(tx, id);
        if (desk.isEmpty()) {
            if (unknown.add(id)) {
                LOGGER.warn("{} is held by a file, and there is no such case", id);
            }
            return false;
        }
        Finding finding = Finding.of(Finding.Kind.HELD_BY_OPERATOR);
        try {
            if (!OperatorHold.holders(tx, id).contains(Actor.OPERATOR)) {
                change(tx, desk.get(), id, new CourseEvent.CaseHeld(), finding);
                LOGGER.warn("{} is held by whoever runs the server", id);
            }
        } catch (JournalDamageException e) {
            LOGGER.error("{} is held by a file alone: its journal is damaged", id);
            tell(tx, desk.get(), Optional.of(id), new TeamLetter.TeamProblem(id, List.of(finding)), Optional.empty());
        }
        return true;
    }

    private void lift(CaseId id) {
        try {
            store.inTransaction(tx -> lift(tx, id));
            files.forget(id);
        } catch (JournalDamageException e) {
            // told by nobody: nothing of a damaged case leaves anyway
            LOGGER.error("the hold of {} can't be ended: its journal is damaged", id);
        } catch (IOException | RuntimeException e) {
            failed("the end of the hold of " + id, e);
        }
    }

    private boolean lift(Transaction tx, CaseId id) {
        Set<Actor> holders = desk(tx, id).isPresent() ? OperatorHold.holders(tx, id) : Set.of();
        if (!holders.contains(Actor.OPERATOR)) {
            return false;
        }
        OpenDesk desk = desk(tx, id).orElseThrow();
        List<Actor> others =
                holders.stream().filter(each -> !each.equals(Actor.OPERATOR)).toList();
        change(
                tx,
                desk,
                id,
                new CourseEvent.CaseResumed(),
                Finding.of(Finding.Kind.HOLD_LIFTED_BY_OPERATOR, others.isEmpty() ? "" : "still"));
        others.forEach(member -> commit(tx, desk, id, new CourseEvent.CaseHeld(), member));
        if (others.isEmpty()) {
            tx.waitingLetters().bringForward(id, HeldCases.CODE, clock.instant());
        }
        LOGGER.warn("{} is not held any more by whoever runs the server", id);
        return true;
    }

    private void change(Transaction tx, OpenDesk desk, CaseId id, CaseEvent event, Finding finding) {
        Case after = commit(tx, desk, id, event, Actor.OPERATOR);
        tell(tx, desk, Optional.of(id), new TeamLetter.TeamProblem(id, List.of(finding)), after.teamThread());
    }

    private Case commit(Transaction tx, OpenDesk desk, CaseId id, CaseEvent event, Actor actor) {
        Case current = tx.journal().find(id).orElseThrow();
        return new CaseCommit(tx, desk, clock.instant()).commit(current, new Outcome(List.of(event), List.of()), actor);
    }

    private void tell(
            Transaction tx, OpenDesk desk, Optional<CaseId> about, Letter letter, Optional<MessageId> thread) {
        Instant now = clock.instant();
        Mailing mailing = new Mailing(desk.roster(now), randomness, now);
        mailing.toTeam(about, letter, mailing.newMessageId(), thread, member -> true)
                .forEach(tx.outbox()::enqueue);
    }

    private Optional<OpenDesk> desk(Transaction tx, CaseId id) {
        Optional<DeskName> name = tx.cases().deskOf(id);
        return name.flatMap(desks::find)
                .map(found -> desks.desk(tx, found.config().name()));
    }

    /** It holds all the same, and is tried again in the next run. */
    private static void failed(String what, Exception cause) {
        LOGGER.error("{} could not be told: {}", what, cause.getClass().getSimpleName());
    }
}
