package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SMTP port takes and what it refuses, seen from localhost, which has no privileges. */
class DoorTest {
    private static final String FRONT = "security@project.example";
    private static final String MAIL = "From: r@sender.example\nMessage-ID: <1@sender.example>\n\ntext\n";

    @TempDir
    private static Path home;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.in(home).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@elsewhere.example",
                "bob@project.example",
                "postmaster@project.example",
                "postmaster",
                "securityx@project.example",
                "security@sub.project.example"
            })
    void rcptShouldBeRefusedForWhatIsNoDesk(String recipient) throws IOException {
        assertThat(rcpt("<" + recipient + ">")).startsWith("550");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security@project.example",
                "SECURITY@Project.Example",
                "security+key@project.example",
                "security+no-such-thing@project.example",
                "security+r.aaaaaaaaaaaaaaaaaaaaaaaaaa@project.example"
            })
    void rcptShouldBeAcceptedByTheFormOfTheAddress(String recipient) throws IOException {
        assertThat(rcpt("<" + recipient + ">")).startsWith("250");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<\"security\"@project.example>",
                "<bob%elsewhere.example@project.example>",
                "<security+a%elsewhere.example@project.example>",
                "<@elsewhere.example:security@project.example>",
                "<@project.example,@elsewhere.example:bob@elsewhere.example>",
                "<elsewhere.example!bob@project.example>"
            })
    void rcptShouldBeRefusedForRoutesAndQuotes(String recipient) throws IOException {
        assertThat(rcpt(recipient)).startsWith("55");
    }

    @Test
    void vrfyAndExpnShouldTellNothing() throws IOException {
        try (SmtpClient client = server.smtp()) {
            assertThat(client.command("VRFY security")).doesNotStartWith("250");
            assertThat(client.command("EXPN security")).doesNotStartWith("250");
        }
    }

    @Test
    void authShouldNotBeOffered() throws Exception {
        try (SmtpClient client = server.smtp()) {
            assertThat(client.command("EHLO client.example")).doesNotContain("AUTH");
            assertThat(client.startTls()).startsWith("250").doesNotContain("AUTH");
        }
    }

    @Test
    void authShouldBeRefused() throws IOException {
        try (SmtpClient client = server.smtp()) {
            assertThat(client.command("AUTH PLAIN AGEAYQ==")).startsWith("5");
        }
    }

    @Test
    void mailShouldBeTakenOverTls() throws Exception {
        try (SmtpClient client = server.smtp()) {
            assertThat(client.startTls()).startsWith("250");

            assertThat(client.send("r@sender.example", FRONT, MAIL)).startsWith("250");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\nline\r\n.\r\n", "one\rline\r\n.\r\n", "one\n.\nMAIL FROM:<x@y.example>\r\n.\r\n"})
    void bareLineEndsShouldBeRefused(String content) throws IOException {
        try (SmtpClient client = server.smtp()) {
            begin(client);

            client.write("Subject: x\r\n\r\n" + content);

            assertThat(client.answer()).startsWith("5");
        }
    }

    @Test
    void sizeShouldBeRefusedBeforeItIsSent() throws IOException {
        try (SmtpClient client = server.smtp()) {
            assertThat(client.command("MAIL FROM:<r@sender.example> SIZE=" + (41 << 20)))
                    .startsWith("552");
        }
    }

    @Test
    void tooLargeMailShouldBeRefusedInTheDialogue() throws IOException {
        try (SmtpClient client = server.smtp()) {
            begin(client);
            String line = "x".repeat(998) + "\r\n";
            String kilobytes = line.repeat(100);

            for (int written = 0; written < 41 << 20; written += kilobytes.length()) {
                client.write(kilobytes);
            }
            client.write(".\r\n");

            assertThat(client.answer()).startsWith("552");
            assertThat(client.command("NOOP")).startsWith("250");
        }
    }

    @Test
    void recipientsShouldBeBounded() throws IOException {
        try (SmtpClient client = server.smtp()) {
            client.command("MAIL FROM:<r@sender.example>");
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 21; i++) {
                answers.add(client.command("RCPT TO:<security+" + i + "@project.example>"));
            }

            assertThat(answers.subList(0, 20)).allMatch(answer -> answer.startsWith("250"));
            assertThat(answers.get(20)).startsWith("452");
        }
    }

    @Test
    void nothingOfAMailShouldLieInClear() throws IOException {
        try (SmtpClient client = server.smtp()) {
            String word = "pomegranate";
            String large = ("a line with " + word + " in it\n").repeat(10_000);

            assertThat(client.send("r@sender.example", FRONT, MAIL + word)).startsWith("250");
            assertThat(client.send("r@sender.example", FRONT, MAIL + large)).startsWith("250");

            assertThat(filesWith(word, home)).isEmpty();
        }
    }

    @Test
    void logShouldNameNoAddress() throws IOException {
        try (SmtpClient client = server.smtp()) {
            client.send("whistle@blower.example", FRONT, MAIL);
            client.command("MAIL FROM:<whistle@blower.example> SIZE=" + (41 << 20));

            assertThat(filesWith("whistle", home.resolve("log"))).isEmpty();
        }
    }

    private static String rcpt(String recipient) throws IOException {
        try (SmtpClient client = server.smtp()) {
            client.command("MAIL FROM:<r@sender.example>");
            return client.command("RCPT TO:" + recipient);
        }
    }

    private static void begin(SmtpClient client) throws IOException {
        client.command("MAIL FROM:<r@sender.example>");
        client.command("RCPT TO:<" + FRONT + ">");
        assertThat(client.command("DATA")).startsWith("354");
    }

    private static List<Path> filesWith(String word, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (contentOf(file).contains(word)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String contentOf(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            // taken in and gone meanwhile
            return "";
        }
    }
}
