package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.model.Token;
import org.embargo.process.outcome.OutboxLetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox must do, whichever database is under it. */
interface OutboxStoreContract extends StoreContract {
    Duration LEASE = Duration.ofSeconds(30);
    DeskName DESK = Samples.desk();
    CaseId CASE = Samples.caseId();

    @BeforeEach
    default void emptyOutbox() throws SQLException {
        tamper("DELETE FROM outbox");
    }

    @Test
    default void reportOfARefusalShouldStandWhenItIsFasterThanTheMark() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter claimed = claim(Samples.NOON, 10).get(0);

        boolean back = store().inTransaction(
                        tx -> tx.outboxReports().returned(letter.id(), "returned-451", Samples.NOON.plusSeconds(5)));
        boolean marked = store().inTransaction(tx -> tx.outboxClaims().handedOver(claimed, Samples.NOON));

        assertThat(back).isTrue();
        assertThat(marked).isFalse();
        assertThat(state(letter)).isEqualTo(OutboxState.PENDING);
    }

    @Test
    default void letterShouldComeOutAsItWentIn() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);

        List<ClaimedLetter> claimed = claim(Samples.NOON, 10);

        assertThat(claimed).extracting(ClaimedLetter::letter).containsExactly(letter);
        assertThat(claimed).extracting(ClaimedLetter::attempts).containsExactly(1);
        assertThat(state(letter)).isEqualTo(OutboxState.CLAIMED);
        store().reading(transaction -> {
            assertThat(transaction.lookUps().byLetters(DESK, List.of(letter.messageId())))
                    .containsExactly(CASE);
            assertThat(transaction
                            .outbox()
                            .byBounceToken(DESK, letter.bounceToken())
                            .map(OutboxRow::letter))
                    .contains(letter);
            assertThat(transaction.outbox().byBounceToken(DESK, Samples.token()))
                    .isEmpty();
            return true;
        });
    }

    @Test
    default void leaseFromBeforeTheClockWasMovedBackShouldEnd() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON.minus(Duration.ofHours(3)));
        claim(Samples.NOON, 10);

        assertThat(claim(Samples.NOON.minus(Duration.ofMinutes(4)), 10)).isEmpty();
        assertThat(claim(Samples.NOON.minus(Duration.ofHours(1)), 10))
                .extracting(ClaimedLetter::letter)
                .containsExactly(letter);
    }

    @Test
    default void claimOfALetterThatMustWaitShouldNotCount() {
        enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter claimed = claim(Samples.NOON, 10).get(0);

        store().inTransaction(tx -> tx.outboxClaims().waits(claimed, "case-held", Samples.NOON.plusSeconds(60)));

        assertThat(claim(Samples.NOON.plusSeconds(59), 10)).isEmpty();
        assertThat(claim(Samples.NOON.plusSeconds(60), 10))
                .extracting(ClaimedLetter::attempts)
                .containsExactly(1);
    }

    @Test
    default void letterThatTheServerTriedInVainShouldComeAgainWhicheverReportIsFaster() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter claimed = claim(Samples.NOON, 10).get(0);
        Instant again = Samples.NOON.plusSeconds(10);

        store().inTransaction(tx -> tx.outboxReports().returned(letter.id(), "451", again));
        boolean marked = store().inTransaction(tx -> tx.outboxClaims().handedOver(claimed, Samples.NOON));

        assertThat(marked).isFalse();
        assertThat(claim(again, 10)).extracting(ClaimedLetter::attempts).containsExactly(2);
    }

    @Test
    default void letterThatWasSentShouldNotComeAgain() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        claim(Samples.NOON, 10);
        store().inTransaction(tx -> tx.outboxReports().sent(letter.id(), Samples.NOON));

        boolean returned = store().inTransaction(tx -> tx.outboxReports().returned(letter.id(), "451", Samples.NOON));

        assertThat(returned).isFalse();
        assertThat(state(letter)).isEqualTo(OutboxState.SENT);
    }

    @Test
    default void lettersLongInTheServersQueueShouldBeFoundTheLongestFirst() {
        OutboxLetter first = enqueue(Samples.token(), Samples.NOON.minusSeconds(1));
        OutboxLetter second = enqueue(Samples.token(), Samples.NOON);
        for (ClaimedLetter each : claim(Samples.NOON, 10)) {
            Instant handedOver = each.letter().equals(first) ? Samples.NOON : Samples.NOON.plusSeconds(1);
            store().inTransaction(tx -> tx.outboxClaims().handedOver(each, handedOver));
        }

        assertThat(handedOverBefore(Samples.NOON.plusSeconds(1))).containsExactly(first.id());
        assertThat(handedOverBefore(Samples.NOON.plusSeconds(2))).containsExactly(first.id(), second.id());
    }

    @Test
    default void letterOfNoCaseShouldComeOutAsItWentIn() {
        OutboxLetter letter = Samples.keyAnswer(DESK, Samples.NOON);
        store().inTransaction(transaction -> {
            transaction.outbox().enqueue(letter);
            return true;
        });

        assertThat(claim(Samples.NOON, 10)).extracting(ClaimedLetter::letter).containsExactly(letter);
    }

    @Test
    default void letterShouldNotBeClaimedEarlyNorTwice() {
        enqueue(Samples.token(), Samples.NOON);

        assertThat(claim(Samples.NOON.minusMillis(1), 10)).isEmpty();
        assertThat(claim(Samples.NOON, 10)).hasSize(1);
        assertThat(claim(Samples.NOON.plusSeconds(29), 10)).isEmpty();
    }

    @Test
    default void longestDueShouldBeClaimedFirst() {
        OutboxLetter second = enqueue(Samples.token(), Samples.NOON.minusSeconds(1));
        OutboxLetter first = enqueue(Samples.token(), Samples.NOON.minusSeconds(2));
        enqueue(Samples.token(), Samples.NOON);

        assertThat(claim(Samples.NOON, 2)).extracting(ClaimedLetter::letter).containsExactly(first, second);
    }

    @Test
    default void lettersOfOneCompositionShouldBeClaimedTogether() {
        Token composition = Samples.token();
        for (int i = 0; i < 5; i++) {
            enqueue(composition, Samples.NOON);
        }
        enqueue(Samples.token(), Samples.NOON.plusMillis(1));

        List<ClaimedLetter> claimed = claim(Samples.NOON.plusSeconds(1), 2);

        assertThat(claimed)
                .hasSize(5)
                .allMatch(each -> each.letter().composition().equals(composition));
    }

    @Test
    default void endedLeaseShouldLetAnotherRunnerClaimAndTheFirstMarkNothing() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter frozen = claim(Samples.NOON, 1).get(0);

        ClaimedLetter second = claim(Samples.NOON.plus(LEASE), 1).get(0);

        assertThat(second.attempts()).isEqualTo(2);
        assertThat(mark(tx -> tx.outboxClaims().handedOver(frozen, Samples.NOON)))
                .isFalse();
        assertThat(mark(tx -> tx.outboxClaims().hold(frozen, "late"))).isFalse();
        assertThat(mark(tx -> tx.outboxClaims().failed(frozen, "late", Samples.NOON)))
                .isFalse();
        assertThat(mark(tx -> tx.outboxClaims().handedOver(second, Samples.NOON)))
                .isTrue();
        assertThat(state(letter)).isEqualTo(OutboxState.HANDED_OVER);
    }

    @Test
    default void failedLetterShouldComeAgainWhenDue() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter claimed = claim(Samples.NOON, 1).get(0);
        Instant later = Samples.NOON.plusSeconds(300);

        assertThat(mark(tx -> tx.outboxClaims().failed(claimed, "queue-refused", later)))
                .isTrue();

        assertThat(row(letter).lastError()).contains("queue-refused");
        assertThat(find(transaction -> transaction.outbox().nextDue())).contains(later);
        assertThat(claim(later.minusMillis(1), 1)).isEmpty();
        assertThat(claim(later, 1)).hasSize(1);
    }

    @Test
    default void heldLetterShouldStayUntilPutBack() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter claimed = claim(Samples.NOON, 1).get(0);
        mark(tx -> tx.outboxClaims().hold(claimed, "no-usable-key"));

        assertThat(claim(Samples.NOON.plusSeconds(3600), 1)).isEmpty();
        assertThat(state(letter)).isEqualTo(OutboxState.HELD);
        mark(tx -> tx.waitingLetters().retryFailed(CASE, "case-held", Samples.NOON) == 1);
        assertThat(claim(Samples.NOON, 1)).hasSize(1);
    }

    @Test
    default void whatFailedShouldBeTriedAgainAtOnceAndWhatIsHeldBackNot() {
        OutboxLetter held = enqueue(Samples.token(), Samples.NOON);
        OutboxLetter putOff = enqueue(Samples.token(), Samples.NOON);
        OutboxLetter keptBack = enqueue(Samples.token(), Samples.NOON);
        enqueue(Samples.token(), Samples.NOON.plusSeconds(60));
        for (ClaimedLetter claimed : claim(Samples.NOON, 3)) {
            if (claimed.letter().equals(held)) {
                mark(tx -> tx.outboxClaims().hold(claimed, "no-usable-key"));
            } else {
                String code = claimed.letter().equals(keptBack) ? "case-held" : "IOException";
                mark(tx -> tx.outboxClaims().failed(claimed, code, Samples.NOON.plusSeconds(3600)));
            }
        }

        mark(tx -> tx.waitingLetters().retryFailed(CASE, "case-held", Samples.NOON.plusSeconds(1)) == 2);

        assertThat(claim(Samples.NOON.plusSeconds(1), 10))
                .extracting(ClaimedLetter::letter)
                .containsExactlyInAnyOrder(held, putOff);
    }

    @Test
    default void reportThatComesBeforeTheMarkShouldStand() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        ClaimedLetter claimed = claim(Samples.NOON, 1).get(0);

        assertThat(mark(tx -> tx.outboxReports().sent(letter.id(), Samples.NOON)))
                .isTrue();
        assertThat(mark(tx -> tx.outboxClaims().handedOver(claimed, Samples.NOON)))
                .isFalse();
        assertThat(mark(tx -> tx.outboxReports().sent(letter.id(), Samples.NOON)))
                .isFalse();

        assertThat(state(letter)).isEqualTo(OutboxState.SENT);
    }

    @Test
    default void bounceShouldBeNewsOnceEvenAfterSent() {
        OutboxLetter letter = enqueue(Samples.token(), Samples.NOON);
        mark(tx -> tx.outboxReports().sent(letter.id(), Samples.NOON));

        assertThat(mark(tx -> tx.outboxReports().bounced(letter.id(), "5.1.1", Samples.NOON)))
                .isTrue();
        assertThat(mark(tx -> tx.outboxReports().bounced(letter.id(), "5.1.1", Samples.NOON)))
                .isFalse();
        assertThat(mark(tx -> tx.outboxReports().sent(letter.id(), Samples.NOON)))
                .isFalse();
        assertThat(state(letter)).isEqualTo(OutboxState.BOUNCED);
    }

    @Test
    default void letterMovedToAnotherRowShouldBeHeldAndStopNoOther() throws SQLException {
        OutboxLetter moved = enqueue(Samples.token(), Samples.NOON);
        OutboxLetter target = enqueue(Samples.token(), Samples.NOON);

        tamper(
                "UPDATE outbox SET letter = (SELECT o.letter FROM outbox o WHERE o.letter_id = ?) WHERE letter_id = ?",
                moved.id().value(),
                target.id().value());

        assertThat(claim(Samples.NOON, 10)).extracting(ClaimedLetter::letter).containsExactly(moved);
        assertThat(tamper(
                        "UPDATE outbox SET attempts = 9 WHERE letter_id = ? AND state = 'HELD'",
                        target.id().value()))
                .isEqualTo(1);
    }

    @Test
    default void runnersAtTheSameTimeShouldNeverShareALetter() throws Exception {
        for (int i = 0; i < 60; i++) {
            enqueue(Samples.token(), Samples.NOON);
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Callable<List<ClaimedLetter>> runner = () -> {
            List<ClaimedLetter> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.addAll(claim(Samples.NOON, 5));
            }
            return all;
        };

        List<LetterId> claimed = new ArrayList<>();
        for (Future<List<ClaimedLetter>> each : threads.invokeAll(List.of(runner, runner, runner))) {
            each.get().forEach(letter -> claimed.add(letter.letter().id()));
        }
        threads.shutdown();

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    private OutboxLetter enqueue(Token composition, Instant due) {
        OutboxLetter letter = Samples.letter(DESK, CASE, composition, due);
        store().inTransaction(transaction -> {
            transaction.outbox().enqueue(letter);
            return true;
        });
        return letter;
    }

    private List<LetterId> handedOverBefore(Instant then) {
        return store().reading(transaction -> transaction.outboxReports().handedOverBefore(then, 10));
    }

    private List<ClaimedLetter> claim(Instant now, int limit) {
        return store().inTransaction(transaction -> transaction.outboxClaims().claimDue(now, limit, LEASE));
    }

    private boolean mark(Predicate<Transaction> mark) {
        return store().inTransaction(mark::test);
    }

    private OutboxRow row(OutboxLetter letter) {
        Optional<OutboxRow> row =
                store().reading(transaction -> transaction.outbox().find(letter.id()));
        return row.orElseThrow();
    }

    private OutboxState state(OutboxLetter letter) {
        return row(letter).state();
    }
}
