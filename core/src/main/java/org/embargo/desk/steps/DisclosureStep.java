package org.embargo.desk.steps;

import java.time.Instant;
import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.PrivateList;
import org.embargo.desk.open.Step;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Posts;
import org.embargo.process.course.Disclosure;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.DisclosureClocks;
import org.embargo.process.timetable.DueDisclosure;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.timetable.TimetablePlanner;

/**
 * Makes a case public at its hour. Everything it goes by is read anew from the verified journal: hour, approval, hold,
 * notices, releases; a hold by whoever runs the server, from his files. What was missed does not come again; the team is asked.
 */
final class DisclosureStep implements Step {

    @Override
    public String kind() {
        return CaseClock.DISCLOSURE.word();
    }

    @Override
    public boolean canBeUndone() {
        return false;
    }

    @Override
    public void run(DueStep due) {
        Case current =
                due.row().key().caseId().flatMap(due.tx().journal()::find).orElseThrow();
        Optional<Instant> hour = TimetablePlanner.plan(current, due.desk().clocks()).stream()
                .filter(each -> each.clock() == CaseClock.DISCLOSURE)
                .map(PlannedStep::due)
                .filter(at -> !at.isAfter(due.now()))
                .findFirst();
        if (hour.isPresent()) {
            due.commit().commit(current, decide(due, current, hour.get()), Actor.DESK);
        } else {
            due.commit().plan(current);
        }
    }

    private static Outcome decide(DueStep due, Case current, Instant hour) {
        OpenDesk desk = due.desk();
        DisclosureClocks clocks = desk.clocks().disclosure();
        Optional<FinishedTexts> approved = desk.approvedNow(current);
        PrivateList recipients = PrivateList.of(due.tx(), desk.desk());
        Disclosure disclosure =
                new Disclosure(current, due.mailing(), desk.config().mailingLists(), each -> recipients
                        .stillTold(each)
                        .isPresent());
        Optional<Posts.Reason> objection = desk.holds().read().hold(current.id())
                ? Optional.of(Posts.Reason.HELD)
                : DueDisclosure.objection(current, approved, clocks, hour, due.now());
        if (objection.isPresent()) {
            return disclosure.missed(hour, objection.get());
        }
        DueDisclosure ready = DueDisclosure.of(current, approved, clocks, hour, due.now());
        boolean pushesFirst = desk.clocks().patches().repository()
                && current.patches().waitForPush()
                && current.posts().ordered().isEmpty();
        if (disclosure.waitsForReleases() || pushesFirst) {
            return disclosure.begin(ready, pushesFirst);
        }
        return disclosure.post(ready, desk.content().post(ready, due.now()));
    }
}
