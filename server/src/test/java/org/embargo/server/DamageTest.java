package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk is lost or changed while the server is down: no letter is lost for it, and the team hears of it. */
class DamageTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";

    @TempDir
    private Path home;

    @Test
    void lostQueueTornFileAndChangedJournalShouldBeMadeUpForAndTold() throws Exception {
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alice)) {
            world.logFinest().start();
            String key = alice.learn(world.keyOf(DESK, alice));
            String first = report(world);
            String caseId = World.caseOf(world.letter(RITA, first));
            world.teamLetters(alice, key, caseId, 1);
            world.relay().close();
            String second = report(world);
            awaitArchived(2 + 1);
            Thread.sleep(1_000);
            world.server().kill();

            deleteFolder(home.resolve("var/queue"));
            String torn = tearACopy();
            changeJournal();
            world.relayIsBack();
            world.start();

            String other = World.caseOf(world.letter(RITA, second));
            assertThat(world.teamLetters(alice, key, other, 1)).hasSize(1);
            assertThat(world.teamLetter(alice, key, "its sealed file is damaged")
                            .text()
                            .replaceAll("\\s+", " "))
                    .contains(torn);
            assertThat(world.teamLetter(alice, key, "journal in the database is not what was written")
                            .text())
                    .contains("Line 1");
            String third = report(world);
            assertThat(World.caseOf(world.letter(RITA, third))).isNotIn(caseId, other);
            assertThat(world.leaks(PlantedWords.OF_REPORTS)).isEmpty();
        }
    }

    private static String report(World world) throws IOException {
        String id = Mails.messageId();
        world.send(RITA, DESK, Mails.report(RITA, DESK, id));
        return id;
    }

    /** Each mail was taken in, the question for the key too. */
    private void awaitArchived(int count) throws IOException {
        while (sealed().size() < count) {
            World.sleepBriefly();
        }
    }

    private List<Path> sealed() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** As a disk that lies leaves a file; returns its name. */
    private String tearACopy() throws IOException {
        Path whole = sealed().get(0);
        String name = whole.getFileName().toString();
        String torn = name.substring(0, name.length() - 4) + (name.endsWith("aaaa") ? "bbbb" : "aaaa");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(home.resolve("intake").resolve(torn), Arrays.copyOf(bytes, bytes.length / 2));
        return torn;
    }

    /** As somebody would who has the database and not the sealing secret. */
    private void changeJournal() throws SQLException {
        System.setProperty(
                "derby.stream.error.file",
                home.resolve("log/derby-of-the-test.log").toString());
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(home.resolve("database").toString());
        try (Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE journal SET recorded = recorded + 1 WHERE line_no = 1"))
                    .isEqualTo(1);
        }
        derby.setShutdownDatabase("shutdown");
        try (Connection none = derby.getConnection()) {
            throw new AssertionError("the database is not shut down: " + none);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as("an orderly end").isEqualTo("08006");
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
