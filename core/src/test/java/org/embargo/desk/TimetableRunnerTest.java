package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.Step;
import org.embargo.desk.steps.FailedStep;
import org.embargo.desk.steps.Steps;
import org.embargo.desk.steps.TimetableRunner;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseSamples;
import org.embargo.model.DeskName;
import org.embargo.model.Randomness;
import org.embargo.store.Store;
import org.embargo.store.TimetableKey;
import org.embargo.store.TimetableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that fail, and the rows that a commit leaves behind. */
class TimetableRunnerTest {

    private static final DeskName DESK = new DeskName("example");
    private static final TimetableKey FAILING = TimetableKey.of(DESK, "failing");
    private static final TimetableKey WORKING = TimetableKey.of(DESK, "working");

    @TempDir
    private Path folder;

    private PinnedClock clock = new PinnedClock(TestHome.START);
    private final List<Instant> worked = new ArrayList<>();
    private Desks desks;
    private Store store;
    private TimetableRunner runner;

    @BeforeEach
    void open() {
        try (TestHome home = TestHome.in(folder)) {
            home.receive(
                    "rita@reporter.example", TestHome.DESK, TestHome.fields("rita@reporter.example", "x") + "\r\n");
            clock = home.clock;
        }
        desks = new DeskStart(folder, clock, System::nanoTime).open(mail -> {}).desks();
        store = desks.store();
        Steps steps = new Steps(Stream.of(step("failing", true), step("working", false)));
        runner = new TimetableRunner(desks, steps, Randomness.secure(), clock, new AtOnce(), () -> {});
        store.inTransaction(tx -> {
            tx.timetable().schedule(FAILING, clock.instant().minusMillis(1));
            tx.timetable().schedule(WORKING, clock.instant());
            return true;
        });
    }

    @AfterEach
    void close() {
        desks.close();
    }

    @Test
    void failingStepShouldBePutOffAndKeepBackNoOther() {
        runner.runDue();

        assertThat(worked).hasSize(1);
        assertThat(row(WORKING)).isEmpty();
        TimetableRow failed = row(FAILING).orElseThrow();
        assertThat(failed.lastError()).contains("IllegalArgumentException");
        assertThat(failed.due()).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(failed.planned()).isEqualTo(clock.instant().minusMillis(1));
    }

    @Test
    void failedEffectShouldLeaveNothingBehind() {
        runner.runDue();

        assertThat(row(TimetableKey.of(DESK, "left-behind"))).isEmpty();
    }

    @Test
    void pausesShouldGrowToFiveMinutes() {
        assertThat(Stream.iterate(1, attempts -> attempts + 1).limit(9).map(FailedStep::pause))
                .extracting(Duration::toSeconds)
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void teamShouldBeToldOnceOfAStepThatGoesOnFailing() {
        for (int i = 0; i < FailedStep.TOLD_AFTER - 1; i++) {
            runner.runDue();
            clock.move(Duration.ofMinutes(5));
        }
        assertThat(newLetters()).isZero();

        runner.runDue();
        assertThat(newLetters()).isEqualTo(2);
        clock.move(Duration.ofMinutes(5));
        runner.runDue();
        assertThat(newLetters()).isZero();
    }

    @Test
    void stepOfAnUnknownKindShouldBePutOff() {
        TimetableKey unknown = TimetableKey.of(DESK, "of-another-version");
        schedule(unknown, clock.instant());

        runner.runDue();

        assertThat(row(unknown).orElseThrow().lastError()).contains("IllegalStateException");
    }

    @Test
    void planningTwiceShouldChangeNothingNotEvenWhatIsPutOff() {
        Case current = onlyCase();
        TimetableKey key = TimetableKey.of(DESK, current.id(), CaseClock.ACKNOWLEDGEMENT.word());
        clock.move(Duration.ofHours(24));
        runner.runDue();
        TimetableRow putOff = row(key).orElseThrow();
        assertThat(putOff.lastError()).isPresent();

        plan(current);

        assertThat(row(key)).contains(putOff);
    }

    @Test
    void answerShouldStrikeTheClockOffAndPlanTheNext() {
        Case current = onlyCase();
        assertThat(rows(current.id()))
                .extracting(row -> row.key().kind())
                .containsExactly(CaseClock.ACKNOWLEDGEMENT.word());

        plan(CaseSamples.answered(current, clock.instant(), clock.instant()));

        assertThat(rows(current.id())).singleElement().satisfies(row -> {
            assertThat(row.key().kind()).isEqualTo(CaseClock.KEEP_IN_TOUCH.word());
            assertThat(row.due()).isEqualTo(clock.instant().plus(Duration.ofDays(14)));
        });
    }

    private Step step(String kind, boolean fails) {
        return new Step() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(DueStep due) {
                if (fails) {
                    due.tx().timetable().schedule(TimetableKey.of(DESK, "left-behind"), due.now());
                    throw new IllegalArgumentException("planted");
                }
                worked.add(due.now());
            }
        };
    }

    private Case onlyCase() {
        return store.reading(tx -> {
            CaseId id = tx.cases().open(DESK).get(0);
            return tx.journal().find(id).orElseThrow();
        });
    }

    private void plan(Case current) {
        store.inTransaction(tx -> {
            new CaseCommit(tx, desks.desk(DESK), clock.instant()).plan(current);
            return true;
        });
    }

    private void schedule(TimetableKey key, Instant due) {
        store.inTransaction(tx -> {
            tx.timetable().schedule(key, due);
            return true;
        });
    }

    /** Letters that were decided since the last call. */
    private int newLetters() {
        Duration forEver = Duration.ofDays(1000);
        return store.inTransaction(tx -> tx.outboxClaims().claimDue(clock.instant(), 1000, forEver))
                .size();
    }

    private Optional<TimetableRow> row(TimetableKey key) {
        return store.reading(tx -> tx.timetable().find(key));
    }

    private List<TimetableRow> rows(CaseId id) {
        return store.reading(tx -> tx.timetable().of(id));
    }
}
