package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of two nodes on one PostgreSQL, one is frozen amid its work for longer than a lease, and wakes up. It takes minutes, and
 * is part of the long run alone.
 */
@EnabledIfSystemProperty(named = "embargo.faults.long", matches = "true", disabledReason = "minutes: -Plong-faults")
class FrozenNodeTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";
    private static final int MAILS = 20;
    /** A lease lasts 30 s. */
    private static final long FROZEN_MILLIS = 40_000;
    /** The relay takes its time with a letter that it has already, so that what is marked before its answer is seen. */
    private static final long SECOND_COPY_MILLIS = 15_000;

    private static final long WATCHED_MILLIS = 10_000;
    private static final int MOST_TRIES = 40;
    /** What is large is in hand for longer. */
    private static final String LONG_TEXT = "more words, and more.\n".repeat(20_000);

    /** Whoever strikes the digest off the timetable waits for a lock that the test has. */
    private static final String GATE = "CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_advisory_xact_lock(7); RETURN OLD; END';"
            + " CREATE TRIGGER gate BEFORE DELETE ON timetable FOR EACH ROW WHEN (OLD.kind = 'digest')"
            + " EXECUTE FUNCTION gate()";

    private static final String AT_THE_GATE =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    private static final Duration TO_THE_DIGEST = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void nodeThatWakesUpShouldChangeNothingTwice() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                GpgHome alice = GpgHome.of("alice@project.example");
                World world = world(one, postgres, alice)) {
            world.logFinest().start();
            try (ServerProcess other = other(world, one)) {
                Set<String> taken = new HashSet<>(report(world.server(), MAILS));
                signal("STOP", world.server().pid());
                taken.addAll(report(other, MAILS));
                Thread.sleep(FROZEN_MILLIS);
                signal("CONT", world.server().pid());
                taken.addAll(report(world.server(), 1));

                for (String id : taken) {
                    world.letter(RITA, id);
                }
                Thread.sleep(5_000);
                new Effects(world.relay(), "alice@project.example").requireOneCaseEach(taken, "");
                assertThat(world.leaks(PlantedWords.OF_REPORTS)).isEmpty();
            }
        }
    }

    @Test
    void letterThatWasTakenOverShouldNotBeMarkedByTheNodeThatHadItInHand() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                GpgHome alice = GpgHome.of("alice@project.example");
                World world = world(one, postgres, alice)) {
            world.sendAgain().start();
            holdSecondCopies(world.relay());
            Set<String> taken = new HashSet<>();
            try (Connection database = postgres.getPostgresDatabase().getConnection()) {
                List<String> inHand = freezeAmidAHandOver(world, database, taken);
                try (ServerProcess other = other(world, one)) {
                    assertThat(other.isReady()).isTrue();
                    await(() -> strings(database, "SELECT letter_id FROM outbox WHERE state <> 'SENT'")
                            .isEmpty());
                    signal("CONT", world.server().pid());

                    long until = System.nanoTime() + WATCHED_MILLIS * 1_000_000;
                    while (System.nanoTime() < until) {
                        assertThat(strings(database, "SELECT letter_id FROM outbox WHERE state <> 'SENT'"))
                                .doesNotContainAnyElementsOf(inHand);
                        World.sleepBriefly();
                    }
                    Thread.sleep(SECOND_COPY_MILLIS);
                    new Effects(world.relay(), alice.address()).requireOneCaseEach(taken, "");
                }
            }
        }
    }

    @Test
    void stepThatWasTakenOverShouldNotBePutOffByTheNodeThatWasAmidIt() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        ZonedDateTime digest = ZonedDateTime.now(ZoneOffset.UTC).plus(TO_THE_DIGEST);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                GpgHome alice = GpgHome.of("alice@project.example");
                World world = world(one, postgres, alice)
                        .configure(
                                "pyca",
                                DateTimeFormatter.ofPattern("'digest = 'EEEE HH:mm' UTC\n'", Locale.ENGLISH)
                                        .format(digest))) {
            world.sendAgain().start();
            String key = alice.learn(world.keyOf(DESK, alice));
            try (Connection database = postgres.getPostgresDatabase().getConnection()) {
                execute(database, GATE);
                execute(database, "SELECT pg_advisory_lock(7)");
                await(() -> strings(database, AT_THE_GATE).equals(List.of("1")));
                signal("STOP", world.server().pid());
                execute(database, "SELECT pg_advisory_unlock(7)");
                try (ServerProcess other = other(world, one)) {
                    assertThat(other.isReady()).isTrue();
                    world.teamLettersWith(alice, key, "weekly digest", 1);
                    signal("CONT", world.server().pid());
                    Thread.sleep(FROZEN_MILLIS);

                    assertThat(world.teamLettersWith(alice, key, "weekly digest", 1))
                            .hasSize(1);
                }
            }
        }
    }

    private static World world(Path home, EmbeddedPostgres postgres, GpgHome member) throws IOException {
        return new World(home)
                .desk("pyca", DESK, "PYCA", member)
                .serverConfiguration("database.url = jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                        + "/postgres\ndatabase.user = postgres\norigin.checks = off\n");
    }

    private ServerProcess other(World world, Path one) throws IOException, InterruptedException {
        return ServerProcess.in(joining(one)).relay(world.relay().port()).start();
    }

    private static void holdSecondCopies(Relay relay) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        relay.answer(mail -> {
            if (!seen.add(mail.recipient() + Mime.of(mail).field("Message-ID"))) {
                sleep(SECOND_COPY_MILLIS);
            }
            return "250 taken";
        });
    }

    /** The letters that the frozen node has claimed. */
    private static List<String> freezeAmidAHandOver(World world, Connection database, Set<String> taken)
            throws Exception {
        for (int i = 0; i < MOST_TRIES; i++) {
            String id = Mails.messageId();
            world.send(RITA, DESK, Mails.plain(Mails.head(RITA, DESK, id, "report"), LONG_TEXT));
            taken.add(id);
            int letters = 2 * taken.size();
            await(() -> strings(database, "SELECT letter_id FROM outbox WHERE state = 'SENT'")
                                    .size()
                            == letters
                    || !claimed(database).isEmpty());
            signal("STOP", world.server().pid());
            List<String> inHand = claimed(database);
            if (!inHand.isEmpty()) {
                return inHand;
            }
            signal("CONT", world.server().pid());
        }
        throw new AssertionError("the node was never caught amid a hand-over");
    }

    private static List<String> claimed(Connection database) {
        return strings(database, "SELECT letter_id FROM outbox WHERE state = 'CLAIMED'");
    }

    private static List<String> strings(Connection database, String query) {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            sleep(1);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A home with the same configuration and secrets, whose archive is the same folder. */
    private Path joining(Path one) throws IOException, InterruptedException {
        Path two = Files.createDirectories(folder.resolve("two"));
        Process copy = new ProcessBuilder(
                        "cp",
                        "-rp",
                        one.resolve("conf").toString(),
                        one.resolve("secrets").toString(),
                        two.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
        Files.createSymbolicLink(two.resolve("archive"), one.resolve("archive"));
        return two;
    }

    private static List<String> report(ServerProcess server, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        try (SmtpClient client = server.smtp()) {
            for (int i = 0; i < count; i++) {
                String id = Mails.messageId();
                String mail = Mails.report(RITA, DESK, id);
                assertThat(client.send(RITA, DESK, mail)).startsWith("250");
                ids.add(id);
            }
        }
        return ids;
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
