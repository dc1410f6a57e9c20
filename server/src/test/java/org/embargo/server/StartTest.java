package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that must fail say what is wrong and where; starts after an accident succeed. */
class StartTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static Path home;
    private static GpgHome alice;
    private static GpgHome bob;

    @BeforeAll
    static void makeHome() throws IOException {
        home = folder.resolve("home");
        alice = GpgHome.of("alice@project.example");
        bob = GpgHome.of("bob@project.example");
        try (World world = new World(home).desk("pyca", "security@project.example", "PYCA", alice, bob)) {
            assertThat(world.start().server().stop()).isZero();
        }
    }

    @AfterAll
    static void forgetKeys() throws IOException {
        alice.close();
        bob.close();
    }

    @Test
    void mistakesOfADeskShouldBeToldAllAtOnce() throws IOException {
        Path certificate = desk("team/bob@project.example.asc");
        Path properties = desk("desk.properties");
        String held = Files.readString(certificate);
        String configured = Files.readString(properties);
        Files.delete(certificate);
        Files.writeString(properties, configured + "acknowlege-within = 48h\n");

        String words = refusal();

        Files.writeString(certificate, held);
        Files.writeString(properties, configured);
        assertThat(words)
                .contains("conf/desks/pyca/desk.properties")
                .contains("no certificate of bob@project.example")
                .contains(certificate.toString())
                .contains("acknowlege-within")
                .contains("acknowledge-within");
    }

    @Test
    void certificateSharedByTwoMembersShouldBeRefused() throws IOException {
        Path certificate = desk("team/bob@project.example.asc");
        String held = Files.readString(certificate);
        Files.writeString(certificate, alice.certificate());

        String words = refusal();

        Files.writeString(certificate, held);
        assertThat(words).contains("hold the same certificate").contains(certificate.toString());
    }

    @Test
    void lostSecretKeyShouldNotBeReplaced() throws IOException {
        Path secret = desk("secret.asc");
        Path aside = folder.resolve("secret.asc");
        Files.move(secret, aside);

        String words = refusal();

        assertThat(secret).doesNotExist();
        Files.move(aside, secret);
        assertThat(words).contains("pyca has lost its secret key").contains(secret.toString());
    }

    @Test
    void otherSealingSecretShouldBeRefused() throws IOException {
        Path secret = home.resolve("secrets/sealing.key");
        String content = Files.readString(secret);
        Files.writeString(secret, Base64.getEncoder().encodeToString(new byte[32]) + "\n");

        String words = refusal();

        Files.writeString(secret, content);
        assertThat(words).contains("is not the one").contains(secret.toString()).contains("backup");
    }

    @Test
    void databaseHalfMadeByAKilledStartShouldBeMadeAnew() throws Exception {
        Path fresh = folder.resolve("fresh");
        try (ServerProcess killed = ServerProcess.in(fresh).launch()) {
            Path making = fresh.resolve("database.making");
            long deadline = System.nanoTime() + SOON.toNanos();
            while (Files.notExists(making) && System.nanoTime() < deadline) {
                Thread.sleep(1);
            }
            killed.kill();
            assertThat(killed.isReady()).isFalse();
        }

        try (ServerProcess again = ServerProcess.in(fresh).start()) {
            assertThat(again.isReady()).isTrue();
            assertThat(again.stop()).isZero();
        }
    }

    private static Path desk(String file) {
        return home.resolve("conf/desks/pyca").resolve(file);
    }

    /** What a start says that ends at once. */
    private static String refusal() throws IOException {
        try (ServerProcess server = ServerProcess.in(home).launch()) {
            assertThat(server.awaitEnd(SOON)).isEqualTo(1);
            assertThat(server.isReady()).isFalse();
            return String.join("\n", server.output());
        }
    }
}
