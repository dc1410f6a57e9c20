package org.embargo.process.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.CourseEvent;
import org.embargo.model.DeskName;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.IntakeId;
import org.embargo.model.MessageId;
import org.embargo.model.Posts;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TeamEvent;
import org.embargo.model.Token;
import org.embargo.model.Upstream;
import org.embargo.model.UpstreamEvent;
import org.junit.jupiter.api.Test;

class UpstreamPlanTest {

    private static final Instant ARRIVED = Instant.parse("2026-12-01T15:00:00Z");
    private static final Instant DUE = ARRIVED.plus(Duration.ofDays(3));
    private static final Upstream SHOWN = new Upstream(
            "openssl",
            List.of(new ReleaseVersion("3.4.1")),
            Upstream.Kind.BUG_FIX,
            Optional.empty(),
            Duration.ofDays(3),
            Optional.empty(),
            List.of());

    @Test
    void onlyTheReleaseShouldBeWaitedFor() {
        assertThat(plan(announced()))
                .containsExactly(new PlannedStep(CaseClock.UPSTREAM_RELEASE, DUE, ARRIVED.plus(Duration.ofHours(36))));
    }

    @Test
    void teamShouldBeRemindedAtFractionsThenAtTheEndThenTwiceADay() {
        assertThat(next(ARRIVED.plus(Duration.ofHours(36)))).isEqualTo(DUE.minus(Duration.ofHours(12)));
        assertThat(next(DUE.minus(Duration.ofHours(12)))).isEqualTo(DUE);
        assertThat(next(DUE)).isEqualTo(DUE.plus(Duration.ofHours(12)));
        assertThat(next(DUE.plus(Duration.ofHours(30)))).isEqualTo(DUE.plus(Duration.ofHours(36)));
    }

    @Test
    void mailThatIsOnlyShownShouldStartNoClock() {
        assertThat(plan(filed(SHOWN))).isEmpty();
    }

    @Test
    void releaseThatIsOutShouldBePostedAtOnceUnlessHeld() {
        Instant out = ARRIVED.plus(Duration.ofHours(5));

        assertThat(plan(announced(released("45.0.3", out))))
                .containsExactly(new PlannedStep(CaseClock.UPSTREAM_POST, out, out));
        assertThat(plan(announced(new CourseEvent.CaseHeld(), released("45.0.3", out))))
                .isEmpty();
        assertThat(plan(announced(new CourseEvent.CaseHeld(), released("45.0.3", out), new CourseEvent.CaseResumed())))
                .hasSize(1);
    }

    @Test
    void whatIsPostedShouldNotBePostedAgain() {
        Instant out = ARRIVED.plus(Duration.ofHours(5));
        Case posted = announced(released("45.0.3", out), posted("45.0.3", out));

        assertThat(plan(posted)).extracting(PlannedStep::clock).containsExactly(CaseClock.POST_CONFIRMATION);
        assertThat(plan(posted.after(released("44.0.5", out))))
                .extracting(PlannedStep::clock)
                .contains(CaseClock.UPSTREAM_POST);
    }

    @Test
    void closedCaseShouldBeAtAnEnd() {
        assertThat(plan(announced(new CourseEvent.CaseClosed(false)))).isEmpty();
    }

    @Test
    void furtherAnnouncementShouldMakeItWorseAndNotLater() {
        Upstream advisory = new Upstream(
                "openssl",
                List.of(new ReleaseVersion("3.4.1"), new ReleaseVersion("3.3.3")),
                Upstream.Kind.SECURITY,
                Optional.of("HIGH"),
                Duration.ofDays(3),
                Optional.empty(),
                List.of());
        Case joined = announced(new UpstreamEvent.AnnouncementJoined(mail(), arrival(), advisory));

        Upstream known = joined.upstream().orElseThrow();
        assertThat(known.kind()).isEqualTo(Upstream.Kind.SECURITY);
        assertThat(known.severity()).contains("HIGH");
        assertThat(known.releases()).hasSize(2);
        assertThat(known.due()).contains(DUE);
    }

    private static Instant next(Instant reminded) {
        return plan(announced(new TeamEvent.TeamReminded(CaseClock.UPSTREAM_RELEASE, reminded)))
                .get(0)
                .at();
    }

    private static CaseEvent released(String version, Instant at) {
        return new DisclosureEvent.ReleaseIssued(
                new Posts.Release(new Confidential(version), new Confidential("https://project.example"), at));
    }

    private static CaseEvent posted(String version, Instant at) {
        return new UpstreamEvent.ReleasePosted(
                List.of(new Confidential(version)),
                new Confidential("text"),
                List.of(new Posts.Post(
                        new Address("dev@lists.example"), new MessageId("<a@b.example>"), Posts.State.WAITING, at)),
                at);
    }

    private static Case announced(CaseEvent... events) {
        return filed(SHOWN.followedFrom(ARRIVED)).after(Arrays.asList(events));
    }

    private static Case filed(Upstream upstream) {
        return Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example"))
                .after(new UpstreamEvent.AnnouncementFiled(
                        mail(), arrival(), Optional.empty(), new MessageId("<team@project.example>"), upstream));
    }

    private static Arrival arrival() {
        return new Arrival(false, true, true, true, Optional.empty());
    }

    private static IntakeId mail() {
        return IntakeId.of(ARRIVED, new Token("m".repeat(26)));
    }

    private static List<PlannedStep> plan(Case current) {
        return TimetablePlanner.plan(
                current,
                new CaseClocks(
                        Duration.ofHours(48),
                        Duration.ofDays(14),
                        new NoticeClocks(
                                Duration.ofDays(7),
                                Duration.ofMinutes(15),
                                Duration.ofHours(24),
                                Duration.ofHours(24),
                                1),
                        new DisclosureClocks(
                                Duration.ofDays(7),
                                Duration.ofHours(24),
                                Duration.ofHours(24),
                                Duration.ofHours(24),
                                Duration.ofMinutes(30),
                                1),
                        PatchClocks.NONE));
    }
}
