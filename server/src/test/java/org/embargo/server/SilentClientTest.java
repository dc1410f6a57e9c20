package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that say nothing for long are cut, so that those who hold all connections don't hold them for good. */
class SilentClientTest {
    private static final String DESK = "security@project.example";
    private static final Pattern TIMEOUT = Pattern.compile("(?<=<connectiontimeout>)\\d+(?=</connectiontimeout>)");
    /** James looks for silence once in that time, and cuts at the second look at which it finds some. */
    private static final int LOOKS = 2;

    private static final Duration TIMEOUT_HERE = Duration.ofSeconds(2);

    @TempDir
    private Path home;

    @Test
    void shippedConfigurationShouldCutAfterSixMinutesOfSilence() throws IOException {
        Matcher timeout = TIMEOUT.matcher(shipped());

        assertThat(timeout.find()).isTrue();
        Duration shipped = Duration.ofSeconds(Integer.parseInt(timeout.group()));

        // a client may take five minutes for its next command (RFC 5321 section 4.5.3.2.7)
        assertThat(shipped.multipliedBy(LOOKS)).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void clientsThatSayNothingMoreShouldBeCutAndHalfAMailBeNone() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/smtpserver.xml"),
                TIMEOUT.matcher(shipped()).replaceFirst(Long.toString(TIMEOUT_HERE.toSeconds())));
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alice).start();
                SmtpClient amidACommand = world.server().smtp();
                SmtpClient amidAMail = world.server().smtp()) {
            long began = System.nanoTime();
            amidACommand.write("MAIL FR");
            amidAMail.command("MAIL FROM:<slow@sender.example>");
            amidAMail.command("RCPT TO:<" + DESK + ">");
            amidAMail.command("DATA");
            amidAMail.write("From: slow@sender.example\r\nSubject: half\r\n\r\nwords\r\n");

            assertThat(amidACommand.answer()).isEmpty();
            assertThat(amidAMail.answer()).isEmpty();

            Duration silence = Duration.ofNanos(System.nanoTime() - began);
            assertThat(silence).isGreaterThanOrEqualTo(TIMEOUT_HERE.multipliedBy(LOOKS));
            assertThat(home.resolve("intake")).isEmptyDirectory();
            assertThat(home.resolve("archive")).isEmptyDirectory();
        }
    }

    private static String shipped() throws IOException {
        return Files.readString(ServerProcess.installation().resolve("conf/smtpserver.xml"));
    }
}
