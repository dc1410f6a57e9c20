package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.model.ReleaseVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's contracts on PostgreSQL, and what holds there alone: two nodes on one database. */
class PostgresStoreTest
        implements CaseStoreContract,
                JournalDamageContract,
                JournalMemoryContract,
                OutboxStoreContract,
                TimetableStoreContract,
                ClockLookUpsContract {
    private static Path home = Path.of("");
    private static Store store;
    private static Store otherNode;

    @BeforeAll
    static void open(@TempDir Path folder) throws StoreStartException {
        home = folder;
        Path secret = home.resolve("sealing.key");
        store = Store.open(TestPostgres.in(home.resolve("one"), secret));
        otherNode = Store.open(TestPostgres.in(home.resolve("two"), secret));
    }

    @AfterAll
    static void close() {
        otherNode.close();
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public DataSource tables() {
        return TestPostgres.tables();
    }

    @Test
    void transactionThatStandsStillShouldLastNoLongerThanAClaim() throws Exception {
        Path secret = home.resolve("sealing.key");
        Path tag = home.resolve("one/witness/sealing.tag");
        try (Database database =
                Database.open(TestPostgres.in(home.resolve("one"), secret), SealingSecret.existing(secret, tag))) {

            String bound = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SHOW idle_in_transaction_session_timeout")
                            .mapTo(String.class)
                            .one());

            assertThat(bound).isEqualTo("30s");
        }
    }

    @Test
    void nodesShouldNeverShareALetter() throws Exception {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        store.inTransaction(transaction -> {
            for (int i = 0; i < 60; i++) {
                transaction.outbox().enqueue(Samples.letter(desk, id, Samples.token(), Samples.NOON));
            }
            return true;
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);

        List<LetterId> claimed = new ArrayList<>();
        for (Future<List<LetterId>> each : threads.invokeAll(List.of(runner(store), runner(otherNode)))) {
            claimed.addAll(each.get());
        }
        threads.shutdown();

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void nodeShouldWitnessADeskThatTheOtherBegan() {
        DeskName desk = Samples.desk();
        file(desk, Samples.caseId());

        otherNode.inTransaction(transaction -> transaction
                .journal()
                .append(Case.unfiled(Samples.caseId(), desk), List.of(Samples.report()), Actor.OUTSIDE, Samples.NOON));

        assertThat(otherNode.verify(desk)).isEmpty();
        assertThat(store.verify(desk)).isEmpty();
        assertThat(home.resolve("two/witness").resolve(desk + ".seen")).exists();
    }

    @Test
    void nodesShouldNotBothOpenACaseForOneRelease() throws Exception {
        DeskName desk = Samples.desk();
        file(desk, Samples.caseId());
        ReleaseVersion release = ReleaseVersion.parse("3.4.1").orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(2);

        List<Future<Boolean>> opened =
                threads.invokeAll(List.of(() -> opens(store, desk, release), () -> opens(otherNode, desk, release)));

        threads.shutdown();
        assertThat(List.of(opened.get(0).get(), opened.get(1).get())).containsExactlyInAnyOrder(true, false);
    }

    /** As announcements are filed; whether this node has opened a case. */
    private static boolean opens(Store node, DeskName desk, ReleaseVersion release) {
        return node.inTransaction(transaction -> {
            transaction.journal().lock(desk);
            boolean isNew =
                    transaction.lookUps().byUpstream(desk, "openssl", release).isEmpty();
            if (isNew) {
                CaseId id = Samples.caseId();
                transaction
                        .journal()
                        .append(Case.unfiled(id, desk), List.of(Samples.report()), Actor.OUTSIDE, Samples.NOON);
                pause();
                transaction.lookUps().rememberUpstream(desk, "openssl", release, id);
            }
            return isNew;
        });
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void wrongSecretShouldStopTheStart() {
        Path elsewhere = home.resolve("three");

        assertThatThrownBy(() -> Store.open(TestPostgres.in(elsewhere, elsewhere.resolve("sealing.key"))))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("is not the one that the database was sealed with");
    }

    private static Callable<List<LetterId>> runner(Store node) {
        return () -> {
            List<LetterId> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                List<ClaimedLetter> claimed = node.inTransaction(
                        transaction -> transaction.outboxClaims().claimDue(Samples.NOON, 5, Duration.ofSeconds(30)));
                claimed.forEach(each -> all.add(each.letter().id()));
            }
            return all;
        };
    }
}
