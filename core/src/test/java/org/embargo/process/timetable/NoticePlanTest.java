package org.embargo.process.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseSamples;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.CourseEvent;
import org.embargo.model.CreditForms;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Lead;
import org.embargo.model.MessageId;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Notices;
import org.embargo.model.Schedule;
import org.embargo.model.TeamEvent;
import org.embargo.model.Token;
import org.embargo.model.Urgency;
import org.junit.jupiter.api.Test;

class NoticePlanTest {

    static final NoticeClocks CLOCKS =
            new NoticeClocks(Duration.ofDays(7), Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(24), 1);

    private static final Instant HOUR = Instant.parse("2026-12-01T15:00:00Z");
    private static final Instant DUE = HOUR.minus(Duration.ofDays(7));
    private static final Instant APPROVED = DUE.minus(Duration.ofDays(2));
    private static final Address VENDOR = new Address("vendor@distro.example");
    private static final Token TOKEN = new Token("abcdefghijklmnopqrstuvwxyz");

    @Test
    void spanShouldEndWhenTheNoticeIsDue() {
        PlannedStep step = only(approved(schedule(HOUR, Lead.USUAL)));

        assertThat(step.due()).isEqualTo(DUE);
        assertThat(step.at()).isEqualTo(DUE.minus(Duration.ofMinutes(15)));
    }

    @Test
    void spanShouldBeATenthOfTheDistanceAtMost() {
        PlannedStep step = only(approved(schedule(HOUR, Lead.of(Duration.ofSeconds(100)))));

        assertThat(step.due()).isEqualTo(HOUR.minusSeconds(100));
        assertThat(step.at()).isEqualTo(HOUR.minusSeconds(110));
    }

    @Test
    void missingContentShouldBeToldAtTheFractionsOfTheContract() {
        Case current = scheduled(schedule(HOUR, Lead.USUAL));
        List<Duration> before = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            PlannedStep step = only(current);
            assertThat(step.due()).isEqualTo(DUE);
            before.add(Duration.between(step.at(), DUE));
            current = current.after(new TeamEvent.TeamReminded(CaseClock.ADVANCE_NOTICE, step.at()));
        }

        List<Duration> expected = new ArrayList<>(List.of(Duration.ofDays(3), Duration.ofDays(2)));
        for (int hours = 24; hours >= 0; hours--) {
            expected.add(Duration.ofHours(hours));
        }
        expected.add(Duration.ofDays(-1));
        expected.add(Duration.ofDays(-2));
        assertThat(before).isEqualTo(expected);
    }

    @Test
    void remindersThatWereMissedShouldBeOne() {
        Case current = scheduled(schedule(HOUR, Lead.USUAL))
                .after(new TeamEvent.TeamReminded(CaseClock.ADVANCE_NOTICE, DUE.minus(Duration.ofMinutes(90))));

        assertThat(only(current).at()).isEqualTo(DUE.minus(Duration.ofHours(1)));
    }

    @Test
    void approvalThatComesLateShouldLetTheNoticeGoAtOnce() {
        Case late = scheduled(schedule(HOUR, Lead.USUAL))
                .after(new TeamEvent.TeamReminded(CaseClock.ADVANCE_NOTICE, DUE.plusSeconds(60)));

        Case current = CaseSamples.complete(late, late.schedule(), approvals(DUE.plusSeconds(90)));

        assertThat(only(current).at()).isBefore(DUE);
    }

    @Test
    void heldCaseShouldOnlyBeRemindedOf() {
        Case held = approved(schedule(HOUR, Lead.USUAL))
                .after(new TeamEvent.TeamReminded(CaseClock.ADVANCE_NOTICE, DUE))
                .after(new CourseEvent.CaseHeld());

        assertThat(only(held).at()).isEqualTo(DUE.plus(Duration.ofDays(1)));
        assertThat(only(held.after(new CourseEvent.CaseResumed())).at()).isBefore(DUE);
    }

    @Test
    void refusedNoticeShouldWaitForAnotherApproval() {
        Instant refused = DUE.minus(Duration.ofMinutes(15));
        Case current = approved(schedule(HOUR, Lead.USUAL)).after(new NoticeEvent.NoticesRefused(refused));

        assertThat(only(current).at()).isEqualTo(refused.plus(Duration.ofDays(1)));
        Case again = CaseSamples.complete(current, current.schedule(), approvals(refused.plusSeconds(1)));
        assertThat(only(again).at()).isEqualTo(refused);
    }

    @Test
    void noticeShouldBeDueAtOnceWhenApproved() {
        assertThat(only(approved(schedule(HOUR, Lead.AT_ONCE))))
                .isEqualTo(new PlannedStep(CaseClock.ADVANCE_NOTICE, APPROVED, APPROVED));
        Schedule exploited = new Schedule(Optional.empty(), Lead.USUAL, Urgency.EXPLOITED);
        assertThat(only(approved(exploited))).isEqualTo(new PlannedStep(CaseClock.ADVANCE_NOTICE, APPROVED, APPROVED));
    }

    @Test
    void whatIsPublicAlreadyShouldHaveNoNotice() {
        assertThat(plan(approved(new Schedule(Optional.of(HOUR), Lead.USUAL, Urgency.LEAKED))))
                .isEmpty();
    }

    @Test
    void caseWithoutNoticeShouldTellItsReporterAtTheUsualDistance() {
        assertThat(only(approved(schedule(HOUR, Lead.NO_NOTICE))).due()).isEqualTo(DUE);
    }

    @Test
    void movedDateShouldBeToldAtOnce() {
        Case notified = notified();
        assertThat(plan(notified)).isEmpty();

        Case moved = CaseSamples.complete(notified, schedule(HOUR.plusSeconds(60), Lead.USUAL), Approvals.NONE);

        assertThat(only(moved).clock()).isEqualTo(CaseClock.NOTICE_UPDATE);
        assertThat(plan(moved.after(new NoticeEvent.DateTold(Optional.of(HOUR.plusSeconds(60)), Urgency.NONE))))
                .isEmpty();
        assertThat(plan(moved.after(new CourseEvent.CaseHeld()))).isEmpty();
    }

    @Test
    void silentRecipientShouldBeRemindedOnceAndThenTold() {
        Case sent = notified().after(new NoticeEvent.NoticeSent(VENDOR, DUE));
        assertThat(only(sent))
                .isEqualTo(new PlannedStep(
                        CaseClock.NOTICE_CONFIRMATION, DUE.plus(Duration.ofHours(24)), DUE.plus(Duration.ofHours(24))));

        Case reminded = sent.after(new NoticeEvent.RecipientReminded(VENDOR, DUE.plus(Duration.ofHours(25))));
        assertThat(only(reminded).at()).isEqualTo(DUE.plus(Duration.ofHours(49)));

        assertThat(plan(reminded.after(new NoticeEvent.RecipientSilent(VENDOR, DUE.plus(Duration.ofHours(49))))))
                .isEmpty();
    }

    private static Case notified() {
        Notices.Notice notice = new Notices.Notice(
                VENDOR, TOKEN, new MessageId("<x@y.example>"), Notices.State.WAITING, DUE, TOKEN, Optional.empty());
        return approved(schedule(HOUR, Lead.USUAL))
                .after(new NoticeEvent.NoticesDecided(
                        DUE, HOUR, "digest", Urgency.NONE, TOKEN, List.of(notice), List.of()));
    }

    private static Schedule schedule(Instant hour, Lead lead) {
        return new Schedule(Optional.of(hour), lead, Urgency.NONE);
    }

    private static Case approved(Schedule schedule) {
        return CaseSamples.complete(blank(), schedule, approvals(APPROVED));
    }

    private static Case scheduled(Schedule schedule) {
        return CaseSamples.complete(blank(), schedule, Approvals.NONE);
    }

    private static Case blank() {
        return CaseSamples.in(
                Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example")), CaseState.SCHEDULED);
    }

    private static Approvals approvals(Instant at) {
        Fingerprint key = new Fingerprint("AC550BB98F7DE91DFA3D67745E739D69AF080E09");
        return new Approvals(
                List.of(),
                List.of(new Approvals.Approval(new Address("alice@project.example"), key, "digest", at)),
                Optional.of(texts("digest")),
                Set.of());
    }

    static FinishedTexts texts(String digest) {
        Confidential text = new Confidential("text");
        return new FinishedTexts(digest, text, text, text, text, text, text, new CreditForms(text, text), Map.of());
    }

    private static PlannedStep only(Case current) {
        assertThat(plan(current)).hasSize(1);
        return plan(current).get(0);
    }

    private static List<PlannedStep> plan(Case current) {
        return new NoticePlan(current, CLOCKS).steps();
    }
}
