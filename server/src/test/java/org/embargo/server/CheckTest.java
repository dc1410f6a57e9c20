package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What {@code embargo check} sees, beside a running server and without one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckTest {
    @TempDir
    private static Path folder;

    private static Path home;
    private static Relay relay;

    @BeforeAll
    static void open() throws IOException {
        home = folder.resolve("home");
        relay = Relay.open();
    }

    @AfterAll
    static void close() throws IOException {
        relay.close();
    }

    @Test
    @Order(1)
    void runningServerShouldBeLookedAtAndLeftAlone() throws Exception {
        try (ServerProcess server = ServerProcess.in(home).relay(relay.port()).start()) {
            CommandLine check = check();

            assertThat(check.status()).as(check.everything()).isZero();
            assertThat(check.output().lines()).allMatch(line -> line.matches("(ok   |warn |error) .+"));
            assertThat(check.output())
                    .contains("ok    server: process " + server.pid())
                    .contains("ok    configuration: ")
                    .contains("ok    database: the running server has it to itself")
                    .contains("ok    desk example: its own key")
                    .contains("warn  sealing secret: ")
                    .contains("answers, and offers no STARTTLS");
            try (SmtpClient client = server.smtp()) {
                assertThat(client.command("NOOP")).startsWith("250");
            }
        }
        assertThat(relay.mails()).isEmpty();
    }

    @Test
    @Order(2)
    void stoppedServersDatabaseShouldBeReadAndNothingChanged() throws Exception {
        Files.createFile(home.resolve("secrets/sealing.key.copied"));
        Files.setPosixFilePermissions(
                home.resolve("secrets/sealing.key.copied"), PosixFilePermissions.fromString("rw-------"));

        CommandLine check = check();

        assertThat(check.status()).as(check.everything()).isZero();
        assertThat(check.output())
                .contains("ok    server: none runs")
                .contains("ok    database: it can be reached, its schema and secret are right")
                .contains("ok    sealing secret: ");
        try (ServerProcess again = ServerProcess.in(home).start()) {
            assertThat(again.isReady()).isTrue();
        }
    }

    @Test
    @Order(3)
    void everyTroubleShouldBeNamed() throws Exception {
        Path git = folder.resolve("project.git");
        run("git", "init", "-q", "--bare", git.toString());
        Path properties = home.resolve("conf/desks/example/desk.properties");
        Files.writeString(
                properties,
                Files.readString(properties, StandardCharsets.UTF_8) + "\nacknowledge-within = 5m\nrepository = "
                        + git.toUri() + "\n");
        Files.createDirectories(home.resolve("quarantine"));
        Files.writeString(home.resolve("quarantine/20261122T120000000Z-aaaaaaaaaaaaaaaaaaaaaaaaaa"), "x");
        Files.createFile(home.resolve("hold/all"));
        Files.setPosixFilePermissions(home.resolve("secrets"), PosixFilePermissions.fromString("rwxr-x---"));

        CommandLine check = CommandLine.run("check", "--home", home.toString(), "--relay", "127.0.0.1:1");

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.output())
                .contains("error relay: 127.0.0.1:1 can't be reached")
                .contains("error modes: others may use " + home.resolve("secrets"))
                .contains("error intake: 1 damaged mails")
                .contains("warn  hold: all cases are held")
                .contains("warn  desk example: rehearsal")
                .contains("has no branch main");
    }

    @Test
    @Order(4)
    void mistakeInTheConfigurationShouldBeAnError() throws Exception {
        Files.writeString(home.resolve("conf/desks/example/desk.properties"), "adress = x\n");

        CommandLine check = check();

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.output()).contains("error configuration: ").contains("adress");
    }

    @Test
    @Order(5)
    void folderThatIsNoHomeShouldBeRefused() throws Exception {
        CommandLine check =
                CommandLine.run("check", "--home", folder.resolve("none").toString());

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.errors()).contains("is no home");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).doesNotContain(folder.resolve("none"));
        }
    }

    private static CommandLine check() throws IOException, InterruptedException {
        return CommandLine.run("check", "--home", home.toString(), "--relay", "127.0.0.1:" + relay.port());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
