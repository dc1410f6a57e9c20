package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every timetable must do, whichever database is under it. */
interface TimetableStoreContract extends StoreContract {
    Duration STEP_LEASE = Duration.ofSeconds(30);

    @BeforeEach
    default void emptyTimetable() throws SQLException {
        tamper("DELETE FROM timetable");
    }

    @Test
    default void stepShouldComeWhenDueAndGoWhenDone() {
        TimetableKey reminder = TimetableKey.of(Samples.desk(), Samples.caseId(), "REMIND");
        schedule(reminder, Samples.NOON);

        assertThat(claim(Samples.NOON.minusMillis(1))).isEmpty();
        ClaimedStep step = claim(Samples.NOON).get(0);
        assertThat(claim(Samples.NOON)).isEmpty();
        assertThat(step.row()).isEqualTo(new TimetableRow(reminder, Samples.NOON, Samples.NOON, 1, Optional.empty()));
        assertThat(mark(timetable -> timetable.done(step))).isTrue();
        assertThat(mark(timetable -> timetable.done(step))).isFalse();
        assertThat(claim(Samples.NOON.plusSeconds(99))).isEmpty();
    }

    @Test
    default void stepsShouldComeInOrder() {
        DeskName desk = Samples.desk();
        schedule(TimetableKey.of(desk, "LATER"), Samples.NOON);
        schedule(TimetableKey.of(desk, "EARLIER"), Samples.NOON.minusSeconds(1));

        assertThat(claim(Samples.NOON))
                .extracting(step -> step.row().key().kind())
                .containsExactly("EARLIER", "LATER");
    }

    @Test
    default void rescheduledStepShouldBeLostToItsRunner() {
        CaseId id = Samples.caseId();
        TimetableKey key = TimetableKey.of(Samples.desk(), id, "DISCLOSE");
        schedule(key, Samples.NOON);
        ClaimedStep step = claim(Samples.NOON).get(0);
        Instant later = Samples.NOON.plusSeconds(600);

        schedule(key, later);

        assertThat(mark(timetable -> timetable.done(step))).isFalse();
        assertThat(store().<List<TimetableRow>>reading(
                                transaction -> transaction.timetable().of(id)))
                .extracting(TimetableRow::due)
                .containsExactly(later);
        assertThat(find(transaction -> transaction.timetable().nextDue())).contains(later);
    }

    @Test
    default void endedLeaseShouldLetAnotherRunnerHaveTheStep() {
        TimetableKey key = TimetableKey.of(Samples.desk(), "DIGEST");
        schedule(key, Samples.NOON);
        ClaimedStep frozen = claim(Samples.NOON).get(0);

        ClaimedStep second = claim(Samples.NOON.plus(STEP_LEASE)).get(0);

        assertThat(mark(timetable -> timetable.done(frozen))).isFalse();
        assertThat(mark(timetable -> timetable.failed(second, "database", Samples.NOON.plusSeconds(5))))
                .isTrue();
        Optional<TimetableRow> row =
                store().reading(transaction -> transaction.timetable().find(key));
        assertThat(row)
                .contains(new TimetableRow(key, Samples.NOON, Samples.NOON.plusSeconds(5), 2, Optional.of("database")));
    }

    @Test
    default void renewedLeaseShouldKeepTheStepFromOthers() {
        TimetableKey key = TimetableKey.of(Samples.desk(), "DIGEST");
        schedule(key, Samples.NOON);
        ClaimedStep slow = claim(Samples.NOON).get(0);
        Instant meanwhile = Samples.NOON.plus(STEP_LEASE).minusSeconds(1);

        assertThat(mark(timetable -> timetable.renew(slow, meanwhile, STEP_LEASE)))
                .isTrue();

        assertThat(claim(Samples.NOON.plus(STEP_LEASE))).isEmpty();
        assertThat(claim(meanwhile.plus(STEP_LEASE))).hasSize(1);
        assertThat(mark(timetable -> timetable.renew(slow, meanwhile, STEP_LEASE)))
                .isFalse();
    }

    @Test
    default void stepThatFailedShouldBeTriedAgainAtOnceAndWhatIsToComeNot() {
        CaseId id = Samples.caseId();
        TimetableKey failed = TimetableKey.of(Samples.desk(), id, "FAILED");
        schedule(failed, Samples.NOON);
        ClaimedStep step = claim(Samples.NOON).get(0);
        mark(timetable -> timetable.failed(step, "database", Samples.NOON.plusSeconds(300)));
        schedule(TimetableKey.of(Samples.desk(), id, "LATER"), Samples.NOON.plusSeconds(60));

        assertThat(mark(timetable -> timetable.retryFailed(id, Samples.NOON.plusSeconds(1)) == 1))
                .isTrue();

        assertThat(claim(Samples.NOON.plusSeconds(1)))
                .extracting(claimed -> claimed.row().key())
                .containsExactly(failed);
    }

    @Test
    default void stepsLeaseFromBeforeTheClockWasMovedBackShouldEnd() {
        schedule(TimetableKey.of(Samples.desk(), "REMIND"), Samples.NOON.minusSeconds(7200));
        claim(Samples.NOON);

        assertThat(claim(Samples.NOON.minusSeconds(240))).isEmpty();
        assertThat(claim(Samples.NOON.minusSeconds(3600))).hasSize(1);
    }

    private void schedule(TimetableKey key, Instant due) {
        mark(timetable -> {
            timetable.schedule(key, due);
            return true;
        });
    }

    private List<ClaimedStep> claim(Instant now) {
        return store().inTransaction(transaction -> transaction.timetable().claimDue(now, 10, STEP_LEASE));
    }

    private boolean mark(Predicate<TimetableStore> mark) {
        return store().inTransaction(transaction -> mark.test(transaction.timetable()));
    }
}
