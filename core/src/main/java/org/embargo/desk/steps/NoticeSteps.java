package org.embargo.desk.steps;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.PrivateList;
import org.embargo.desk.open.Step;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.NoticeEvent;
import org.embargo.process.course.NoticeAttempt;
import org.embargo.process.course.NoticeUpdate;
import org.embargo.process.course.SilentRecipients;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.timetable.PlannedStep;

/** The steps around the advance notices of a case. Each reads private list and approval anew, in its own transaction. */
final class NoticeSteps {

    private NoticeSteps() {}

    static Stream<Step> all() {
        return Stream.of(
                new CaseStep(CaseClock.ADVANCE_NOTICE, NoticeSteps::notices),
                new CaseStep(CaseClock.NOTICE_UPDATE, NoticeSteps::update),
                new CaseStep(CaseClock.NOTICE_CONFIRMATION, NoticeSteps::confirmation));
    }

    private static Outcome notices(DueStep due, Case current, PlannedStep step) {
        PrivateList list = PrivateList.of(due.tx(), due.desk().desk());
        Outcome outcome = new NoticeAttempt(
                        step, due.desk().approvedNow(current), list.reachable(due.now()), list.unreachable(due.now()))
                .decide(current, due.desk().clocks(), due.mailing());
        outcome.events().stream()
                .filter(NoticeEvent.NoticesDecided.class::isInstance)
                .map(NoticeEvent.NoticesDecided.class::cast)
                .map(NoticeEvent.NoticesDecided::board)
                .flatMap(List::stream)
                .forEach(notice ->
                        due.tx().lookUps().rememberRecipientToken(current.desk(), notice.token(), current.id()));
        return outcome;
    }

    private static Outcome update(DueStep due, Case current, PlannedStep step) {
        return new NoticeUpdate(step, due.desk().approvedNow(current), told(due))
                .decide(current, due.desk().clocks(), due.mailing());
    }

    private static Outcome confirmation(DueStep due, Case current, PlannedStep step) {
        return new SilentRecipients(told(due))
                .decide(current, due.desk().clocks().notices(), due.mailing());
    }

    private static Predicate<Address> told(DueStep due) {
        PrivateList list = PrivateList.of(due.tx(), due.desk().desk());
        return address -> list.stillTold(address).isPresent();
    }
}
