package org.embargo.process.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.CourseEvent;
import org.embargo.model.DeskName;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.DossierEvent;
import org.embargo.model.MessageId;
import org.embargo.model.Posts;
import org.embargo.model.ScheduleEvent;
import org.embargo.model.TeamEvent;
import org.embargo.model.Urgency;
import org.junit.jupiter.api.Test;

class DisclosurePlanTest {

    private static final Instant HOUR = Instant.parse("2026-12-01T15:00:00Z");
    private static final Address LIST = new Address("dev@lists.example");
    private static final MessageId POST = new MessageId("<abcdefghijklmnopqrstuvwxyz@project.example>");
    private static final DisclosureClocks CLOCKS = new DisclosureClocks(
            Duration.ofDays(7),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofMinutes(30),
            1);

    @Test
    void scheduledCaseShouldBeDisclosedAtItsHourAfterALastCall() {
        assertThat(plan(scheduled()))
                .containsExactlyInAnyOrder(
                        new PlannedStep(CaseClock.DISCLOSURE, HOUR, HOUR),
                        new PlannedStep(CaseClock.LAST_CALL, HOUR, HOUR.minus(Duration.ofHours(24))));
    }

    @Test
    void lastCallShouldComeOnce() {
        Case called = scheduled(new TeamEvent.TeamReminded(CaseClock.LAST_CALL, HOUR.minus(Duration.ofHours(23))));

        assertThat(plan(called)).extracting(PlannedStep::clock).containsExactly(CaseClock.DISCLOSURE);
    }

    @Test
    void missedHourShouldNotComeBackByItself() {
        Case missed = scheduled(missed(HOUR));

        assertThat(plan(missed)).isEmpty();
    }

    @Test
    void newHourAfterAMissedOneShouldCome() {
        Case moved = scheduled(missed(HOUR), new ScheduleEvent.DisclosureSet(HOUR.plusSeconds(60)));

        assertThat(plan(moved)).extracting(PlannedStep::at).contains(HOUR.plusSeconds(60));
    }

    @Test
    void publicationThatIsOrderedShouldComeAtOnce() {
        Instant ordered = HOUR.plusSeconds(300);
        Case published = scheduled(missed(HOUR), new DisclosureEvent.PublicationOrdered(ordered));

        assertThat(plan(published)).contains(new PlannedStep(CaseClock.DISCLOSURE, ordered, ordered));
    }

    @Test
    void postShouldWaitForTheLastRelease() {
        Case began = scheduled(fixed("45.0.2", "44.0.4"), new DisclosureEvent.DisclosureBegan(HOUR), out("45.0.2", 60));

        assertThat(plan(began))
                .containsExactly(new PlannedStep(
                        CaseClock.RELEASES, HOUR.plus(Duration.ofHours(24)), HOUR.plus(Duration.ofHours(24))));
        assertThat(plan(began.after(out("44.0.4", 90))))
                .containsExactly(new PlannedStep(CaseClock.DISCLOSURE, HOUR.plusSeconds(90), HOUR.plusSeconds(90)));
    }

    @Test
    void postShouldGoAtTheHourWhenReleasesAreOutBefore() {
        Case began = scheduled(fixed("45.0.2"), out("45.0.2", -60), new DisclosureEvent.DisclosureBegan(HOUR));

        assertThat(plan(began)).extracting(PlannedStep::at).containsExactly(HOUR);
    }

    @Test
    void lateReleasesShouldBeToldEveryHour() {
        Instant due = HOUR.plus(Duration.ofHours(24));
        Case late = scheduled(
                fixed("45.0.2"),
                new DisclosureEvent.DisclosureBegan(HOUR),
                new TeamEvent.TeamReminded(CaseClock.RELEASES, due.plusSeconds(1)));

        assertThat(plan(late)).containsExactly(new PlannedStep(CaseClock.RELEASES, due, due.plusSeconds(3601)));
    }

    @Test
    void postShouldBeAwaitedOnEachListUntilItIsSeen() {
        Case posted = scheduled(posted(HOUR));

        assertThat(plan(posted))
                .containsExactly(
                        new PlannedStep(CaseClock.POST_CONFIRMATION, HOUR.plusSeconds(1800), HOUR.plusSeconds(1800)));
        assertThat(plan(posted.after(new DisclosureEvent.PostFollowed(LIST, POST, Posts.State.SEEN, HOUR))))
                .isEmpty();
    }

    @Test
    void exploitedCaseShouldComeSoonAfterItsNoticesAndNeverLater() {
        Case exploited = scheduled(new DisclosureEvent.MadeUrgent(Urgency.EXPLOITED, HOUR.minusSeconds(9)));

        assertThat(EffectiveHour.of(exploited, CLOCKS)).contains(HOUR);
    }

    @Test
    void leakedCaseShouldWaitForApprovalAlone() {
        Case leaked = scheduled(new DisclosureEvent.MadeUrgent(Urgency.LEAKED, HOUR.minusSeconds(9)));

        assertThat(EffectiveHour.of(leaked, CLOCKS)).isEmpty();
    }

    @Test
    void lessCertainNewsOfAPostShouldNotReplaceMoreCertain() {
        Case confirmed =
                scheduled(posted(HOUR), new DisclosureEvent.PostFollowed(LIST, POST, Posts.State.CONFIRMED, HOUR));

        Case again =
                confirmed.after(new DisclosureEvent.PostFollowed(LIST, POST, Posts.State.SENT, HOUR.plusSeconds(1)));

        assertThat(again.posts().to(LIST)).map(Posts.Post::state).contains(Posts.State.CONFIRMED);
    }

    private static List<PlannedStep> plan(Case current) {
        return new DisclosurePlan(
                        current,
                        new CaseClocks(
                                Duration.ofDays(2),
                                Duration.ofDays(14),
                                NoticePlanTest.CLOCKS,
                                CLOCKS,
                                PatchClocks.NONE))
                .steps();
    }

    private static Case scheduled(CaseEvent... more) {
        List<CaseEvent> events =
                new ArrayList<>(List.of(new CourseEvent.CaseAccepted(), new ScheduleEvent.DisclosureSet(HOUR)));
        events.addAll(Arrays.asList(more));
        return Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example"))
                .after(events);
    }

    private static CaseEvent missed(Instant hour) {
        return new DisclosureEvent.HourMissed(new Posts.Missed(hour, Posts.Reason.HELD));
    }

    private static CaseEvent fixed(String... versions) {
        return new DossierEvent.FixedSet(
                Arrays.stream(versions).map(Confidential::new).toList());
    }

    private static CaseEvent out(String version, long secondsAfter) {
        return new DisclosureEvent.ReleaseIssued(new Posts.Release(
                new Confidential(version),
                new Confidential("https://project.example"),
                HOUR.plusSeconds(secondsAfter)));
    }

    private static CaseEvent posted(Instant at) {
        Posts.Post post = new Posts.Post(LIST, POST, Posts.State.WAITING, at);
        return new DisclosureEvent.PostsDecided("digest", new Confidential("text"), List.of(post), at);
    }
}
