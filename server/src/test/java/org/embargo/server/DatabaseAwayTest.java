package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away while mail comes in, and comes back. */
class DatabaseAwayTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";
    private static final int MAILS = 5;

    @TempDir
    private Path folder;

    @Test
    void mailShouldWaitForTheDatabaseAndThenHaveOneEffect() throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgres postgres = database(data, 0);
        int port = postgres.getPort();
        Path home = Files.createDirectories(folder.resolve("home"));
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home)
                        .desk("pyca", DESK, "PYCA", alice)
                        .serverConfiguration("database.url = jdbc:postgresql://127.0.0.1:" + port + "/postgres\n"
                                + "database.user = postgres\norigin.checks = off\n")) {
            world.logFinest().start();
            Set<String> taken = new HashSet<>(report(world, MAILS));
            world.relay().awaitMails(2 * taken.size());

            postgres.close();
            List<String> whileAway = report(world, MAILS);
            Thread.sleep(3_000);
            assertThat(world.leaks(PlantedWords.OF_REPORTS)).isEmpty();
            postgres = database(data, port);
            taken.addAll(whileAway);

            assertThat(whileAway)
                    .as("answered with 250 while the database was away")
                    .hasSize(MAILS);
            world.relay().awaitMails(2 * taken.size());
            new Effects(world.relay(), "alice@project.example").requireOneCaseEach(taken, "");
            assertThat(world.relay().mails().stream()
                            .map(Relay.Received::recipient)
                            .collect(Collectors.toSet()))
                    .as("nobody gets a bounce")
                    .containsExactlyInAnyOrder(RITA, "alice@project.example");
            assertThat(world.leaks(PlantedWords.OF_REPORTS)).isEmpty();
        } finally {
            postgres.close();
        }
    }

    /** Returns the Message-IDs of those that were answered with 250; the others with 451. */
    private static List<String> report(World world, int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = Mails.messageId();
            String answer = world.offer(RITA, DESK, Mails.report(RITA, DESK, id));
            assertThat(answer).matches(text -> text.startsWith("250") || text.startsWith("451"), "taken or put off");
            if (answer.startsWith("250")) {
                taken.add(id);
            }
        }
        return taken;
    }

    private static EmbeddedPostgres database(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
