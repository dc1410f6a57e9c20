package org.embargo.desk.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.LeaverFolder;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.steps.ApprovalStep;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.StaleCaseException;
import org.embargo.store.Transaction;

/**
 * Puts into the desk's book whom whoever runs the server has taken off a team, or taken back, and tells those who are left.
 * The files have their effect without it, on this node; the book makes it so on all. One thread.
 */
public final class LeaverSweep {

    private static final Logger LOGGER = LogManager.getLogger(LeaverSweep.class);

    private final Desks desks;
    private final Randomness randomness;
    private final Clock clock;
    private final Map<DeskName, Set<Address>> seen = new HashMap<>();

    public LeaverSweep(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.randomness = randomness;
        this.clock = clock;
    }

    public void run() {
        desks.all().forEach(this::look);
    }

    private void look(OpenDesk filed) {
        DeskName name = filed.config().name();
        LeaverFolder files = desks.leavers(filed);
        try {
            Set<Address> left = new HashSet<>(files.left());
            left.retainAll(filed.config().team());
            Set<Address> returned = files.returned();
            if (returned.isEmpty() && left.equals(seen.getOrDefault(name, Set.of()))) {
                return;
            }
            desks.store().inTransaction(tx -> {
                note(tx, filed, left, returned);
                return true;
            });
            for (Address each : returned) {
                files.forget(each);
            }
            seen.put(name, left);
        } catch (StaleCaseException e) {
            LOGGER.info("the book of desk {} was changed meanwhile; who left is looked at again", name);
        } catch (IOException | RuntimeException e) {
            // it is obeyed all the same, and tried again in the next run
            LOGGER.error(
                    "who left the team of desk {} could not be told: {}",
                    name,
                    e.getClass().getSimpleName());
        }
    }

    private void note(Transaction tx, OpenDesk filed, Set<Address> left, Set<Address> returned) {
        CaseId id = filed.desk().book();
        Case book = tx.journal()
                .find(id)
                .orElseGet(() -> Case.unfiled(id, filed.config().name()));
        List<CaseEvent> events = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Address each : left) {
            if (!book.book().left().contains(each)) {
                events.add(new BookEvent.MemberLeft(each));
                findings.add(Finding.of(Finding.Kind.MEMBER_LEFT, each.value()));
            }
        }
        for (Address each : returned) {
            if (book.book().left().contains(each) && !left.contains(each)) {
                events.add(new BookEvent.MemberReturned(each));
                findings.add(Finding.of(Finding.Kind.MEMBER_RETURNED, each.value()));
            }
        }
        if (!events.isEmpty()) {
            OpenDesk before = desks.desk(tx, filed.config().name());
            Instant now = clock.instant();
            new CaseCommit(tx, before, now).commit(book, new Outcome(events, List.of()), Actor.OPERATOR);
            LOGGER.warn(
                    "the team of desk {} is another, by order of whoever runs the server",
                    before.config().name());
            tell(tx, desks.desk(tx, filed.config().name()), findings, now);
        }
    }

    private void tell(Transaction tx, OpenDesk present, List<Finding> findings, Instant now) {
        ApprovalStep.plan(tx, present, now);
        long members = present.members().count();
        int approvals = present.config().approvals();
        if (members < approvals) {
            findings.add(Finding.of(Finding.Kind.TOO_FEW_MEMBERS, String.valueOf(members), String.valueOf(approvals)));
        }
        Mailing mailing = new Mailing(present.roster(now), randomness, now);
        mailing.toTeam(
                        Optional.empty(),
                        new TeamLetter.DeskProblem(findings),
                        mailing.newMessageId(),
                        Optional.empty(),
                        member -> true)
                .forEach(tx.outbox()::enqueue);
    }
}
