package org.embargo.process.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseSamples;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.embargo.model.MailEvent;
import org.embargo.model.Randomness;
import org.embargo.model.TeamEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimetablePlannerTest {

    private static final Instant FILED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final DisclosureClocks DISCLOSURE =
            new DisclosureClocks(TWO_DAYS, TWO_DAYS, TWO_DAYS, TWO_DAYS, TWO_DAYS, 1);
    private static final CaseClocks CLOCKS = clocks(TWO_DAYS, Duration.ofDays(14));
    private static final Randomness RANDOMNESS = new Randomness(new Random(7310));

    @Test
    void teamShouldBeRemindedAtHalfFiveSixthsTheEndAndEveryHalf() {
        assertThat(remindersOf(reported(TWO_DAYS), CLOCKS, 6))
                .containsExactly(hours(24), hours(40), hours(48), hours(72), hours(96), hours(120));
    }

    @Test
    void fractionsShouldWorkInSeconds() {
        CaseClocks seconds = clocks(Duration.ofSeconds(6), Duration.ofSeconds(20));

        assertThat(remindersOf(reported(Duration.ofSeconds(6)), seconds, 5))
                .containsExactly(
                        FILED.plusSeconds(3),
                        FILED.plusSeconds(5),
                        FILED.plusSeconds(6),
                        FILED.plusSeconds(9),
                        FILED.plusSeconds(12));
    }

    @Test
    void remindersThatWereMissedShouldBeOne() {
        Case late = reminded(reported(TWO_DAYS), CaseClock.ACKNOWLEDGEMENT, hours(50));

        assertThat(step(late, CaseClock.ACKNOWLEDGEMENT).at()).isEqualTo(hours(72));
        assertThat(step(late, CaseClock.ACKNOWLEDGEMENT).due()).isEqualTo(hours(48));
    }

    @Test
    void answerShouldStopTheClockAndStartTheOther() {
        Case answered = CaseSamples.answered(reported(TWO_DAYS), hours(1), hours(30));

        assertThat(TimetablePlanner.plan(answered, CLOCKS))
                .containsExactly(new PlannedStep(
                        CaseClock.KEEP_IN_TOUCH,
                        hours(30).plus(Duration.ofDays(14)),
                        hours(30).plus(Duration.ofDays(14))));
    }

    @Test
    void keepInTouchShouldComeAgainUntilTheReporterIsWrittenTo() {
        Instant first = hours(30).plus(Duration.ofDays(14));
        Case silent =
                reminded(CaseSamples.answered(reported(TWO_DAYS), hours(1), hours(30)), CaseClock.KEEP_IN_TOUCH, first);

        assertThat(step(silent, CaseClock.KEEP_IN_TOUCH).at()).isEqualTo(first.plus(Duration.ofDays(14)));
        assertThat(step(silent, CaseClock.KEEP_IN_TOUCH).due()).isEqualTo(first);
        Case written = CaseSamples.answered(silent, hours(1), first.plusSeconds(60));
        assertThat(step(written, CaseClock.KEEP_IN_TOUCH).at())
                .isEqualTo(first.plusSeconds(60).plus(Duration.ofDays(14)));
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {"CLOSED", "REJECTED", "DUPLICATE"})
    void caseAtAnEndShouldHaveNoClock(CaseState end) {
        Case ended = CaseSamples.in(reported(TWO_DAYS), end);

        assertThat(TimetablePlanner.plan(ended, CLOCKS)).isEmpty();
        assertThat(TimetablePlanner.plan(CaseSamples.in(CaseSamples.answered(ended, hours(1), hours(1)), end), CLOCKS))
                .isEmpty();
    }

    @Test
    void reporterWhoCannotBeWrittenToShouldNotBeKeptInTouch() {
        Case unnamed = CaseSamples.answered(reported(TWO_DAYS, Optional.empty()), hours(1), hours(1));

        assertThat(TimetablePlanner.plan(unnamed, CLOCKS)).isEmpty();
    }

    @Property(tries = 500)
    void remindersShouldGoOnlyForwardFromWhatWasTold(
            @ForAll @LongRange(min = 1, max = 3_000_000_000L) long withinMillis,
            @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 9_000_000_000L) Long> pauses) {
        Duration within = Duration.ofMillis(withinMillis);
        CaseClocks clocks = clocks(within, within);
        Case current = reported(within);
        Instant now = FILED;

        for (long pause : pauses) {
            Instant planned = step(current, clocks).at();
            now = (planned.isAfter(now) ? planned : now).plusMillis(pause);
            current = reminded(current, CaseClock.ACKNOWLEDGEMENT, now);

            Instant next = step(current, clocks).at();
            assertThat(next).isAfter(now);
            assertThat(next).isBeforeOrEqualTo(now.plusMillis(Math.max(1, withinMillis / 2)));
        }
    }

    @Property(tries = 500)
    void planShouldBeTheSameHoweverOftenItIsMade(
            @ForAll @LongRange(min = 1, max = 3_000_000_000L) long withinMillis,
            @ForAll @LongRange(min = 0, max = 3_000_000_000L) long nanos,
            @ForAll boolean answered) {
        CaseClocks clocks = clocks(Duration.ofMillis(withinMillis), Duration.ofDays(14));
        Case filed = reminded(reported(clocks.acknowledgeWithin()), CaseClock.ACKNOWLEDGEMENT, FILED.plusNanos(nanos));
        Case current = answered ? CaseSamples.answered(filed, FILED.plusNanos(nanos), FILED.plusNanos(nanos)) : filed;

        List<PlannedStep> plan = TimetablePlanner.plan(current, clocks);

        assertThat(TimetablePlanner.plan(current, clocks)).isEqualTo(plan);
        assertThat(plan).extracting(PlannedStep::at).allSatisfy(at -> assertThat(at)
                .isEqualTo(at.truncatedTo(ChronoUnit.MILLIS)));
        assertThat(plan).extracting(PlannedStep::clock).doesNotHaveDuplicates().hasSize(1);
    }

    private static List<Instant> remindersOf(Case filed, CaseClocks clocks, int count) {
        List<Instant> reminders = new ArrayList<>();
        Case current = filed;
        for (int i = 0; i < count; i++) {
            Instant next = step(current, clocks).at();
            reminders.add(next);
            current = reminded(current, CaseClock.ACKNOWLEDGEMENT, next);
        }
        return reminders;
    }

    private static PlannedStep step(Case current, CaseClocks clocks) {
        List<PlannedStep> plan = TimetablePlanner.plan(current, clocks);
        assertThat(plan).hasSize(1);
        return plan.get(0);
    }

    private static PlannedStep step(Case current, CaseClock clock) {
        PlannedStep step = step(current, CLOCKS);
        assertThat(step.clock()).isEqualTo(clock);
        return step;
    }

    private static Case reminded(Case current, CaseClock clock, Instant at) {
        return current.after(new TeamEvent.TeamReminded(clock, at));
    }

    private static Case reported(Duration within) {
        return reported(within, Optional.of(new Address("rita@reporter.example")));
    }

    private static Case reported(Duration within, Optional<Address> reporter) {
        return Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example"))
                .after(new MailEvent.ReportFiled(
                        IntakeId.of(FILED, RANDOMNESS.token()),
                        reporter,
                        new Confidential(""),
                        new Confidential("overflow"),
                        new Arrival(false, true, false, true, Optional.empty()),
                        RANDOMNESS.token(),
                        Optional.empty(),
                        RANDOMNESS.messageId("project.example"),
                        FILED.plus(within)));
    }

    private static Instant hours(int count) {
        return FILED.plus(Duration.ofHours(count));
    }

    private static CaseClocks clocks(Duration acknowledgeWithin, Duration keepInTouch) {
        return new CaseClocks(acknowledgeWithin, keepInTouch, NoticePlanTest.CLOCKS, DISCLOSURE, PatchClocks.NONE);
    }
}
