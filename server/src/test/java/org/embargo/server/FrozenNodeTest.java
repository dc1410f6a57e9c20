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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of two nodes on one PostgreSQL, one is frozen amid its work for longer than a lease, and wakes up. It takes a minute, and
 * is part of the long run alone.
 */
@EnabledIfSystemProperty(named = "embargo.faults.long", matches = "true", disabledReason = "a minute: -Plong-faults")
class FrozenNodeTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";
    private static final int MAILS = 20;
    /** A lease lasts 30 s. */
    private static final long FROZEN_MILLIS = 40_000;

    @TempDir
    private Path folder;

    @Test
    void nodeThatWakesUpShouldChangeNothingTwice() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(one)
                        .desk("pyca", DESK, "PYCA", alice)
                        .serverConfiguration("database.url = jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                                + "/postgres\ndatabase.user = postgres\norigin.checks = off\n")) {
            world.logFinest().start();
            try (ServerProcess other =
                    ServerProcess.in(joining(one)).relay(world.relay().port()).start()) {
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
