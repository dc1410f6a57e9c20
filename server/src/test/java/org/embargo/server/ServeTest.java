package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start and stop, as the operator's contract says. */
class ServeTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void terminationShouldBeASuccess() throws IOException {
        try (ServerProcess server = ServerProcess.in(folder.resolve("home")).start()) {
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void terminationDuringTheStartShouldBeASuccess() throws Exception {
        try (ServerProcess server = ServerProcess.in(folder.resolve("home")).launch()) {
            Thread.sleep(1500);

            assertThat(server.stop()).isIn(0, 143);
        }
    }

    @Test
    void homeShouldBeClosedToOthers() throws IOException {
        Path home = folder.resolve("home");
        try (ServerProcess server = ServerProcess.in(home).start()) {
            assertThat(server.isReady()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void configurationThatStandsThereShouldBeLeftAlone() throws IOException {
        Path home = folder.resolve("home");
        Path file = home.resolve("conf/smtpserver.xml");
        Files.createDirectories(file.getParent());
        String own = Files.readString(ServerProcess.installation().resolve("conf/smtpserver.xml"))
                .replace("<smtpGreeting>Embargo", "<smtpGreeting>Own words");
        Files.writeString(file, own);

        try (ServerProcess server = ServerProcess.in(home).start()) {
            assertThat(server.isReady()).isTrue();
        }

        assertThat(file).hasContent(own);
        assertThat(home.resolve("conf/mailetcontainer.xml")).exists();
    }

    @Test
    void secondServerOnOneHomeShouldBeRefused() throws IOException {
        Path home = folder.resolve("home");
        try (ServerProcess first = ServerProcess.in(home).start();
                ServerProcess second = ServerProcess.in(home).launch()) {
            assertThat(second.awaitEnd(SOON)).isEqualTo(2);
            assertThat(second.output()).anyMatch(line -> line.contains("already runs on"));
            assertThat(first.smtp().command("NOOP")).startsWith("250");
        }
    }

    @Test
    void killedServerShouldStartAgain() throws IOException {
        Path home = folder.resolve("home");
        try (ServerProcess killed = ServerProcess.in(home).start()) {
            killed.kill();
        }

        try (ServerProcess again = ServerProcess.in(home).with("--existing").start()) {
            assertThat(again.smtp().command("NOOP")).startsWith("250");
        }
    }

    @Test
    void existingShouldRefuseAnEmptyHome() throws IOException {
        Path home = folder.resolve("home");
        try (ServerProcess server = ServerProcess.in(home).with("--existing").launch()) {
            assertThat(server.awaitEnd(SOON)).isEqualTo(2);
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void takenPortShouldStopTheStart() throws IOException {
        try (ServerProcess first = ServerProcess.in(folder.resolve("first")).start();
                ServerProcess second = ServerProcess.in(folder.resolve("second"))
                        .smtp(first.smtpPort())
                        .launch()) {
            assertThat(second.awaitEnd(SOON)).isEqualTo(1);
            assertThat(second.output()).anyMatch(line -> line.contains("Address already in use"));
        }
    }

    @Test
    void unknownOptionShouldBeNamed() throws IOException {
        try (ServerProcess server =
                ServerProcess.in(folder.resolve("home")).with("--smpt").launch()) {
            assertThat(server.awaitEnd(SOON)).isEqualTo(2);
            assertThat(server.output()).anyMatch(line -> line.contains("--smpt"));
        }
    }
}
