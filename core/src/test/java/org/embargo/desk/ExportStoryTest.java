package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of a case, opened with tar. */
class ExportStoryTest {

    private static final String ALICE = "alice@project.example";
    private static final String BOB = "bob@project.example";
    private static final String RITA = "rita@reporter.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern TOKEN = Pattern.compile("security\\+r\\.[a-z0-9]{26}@project\\.example");

    @TempDir
    private Path folder;

    @Test
    void archiveShouldHoldMailsAndJournalWithoutTokens() throws Exception {
        try (TestHome home = TestHome.in(folder.resolve("home"))) {
            Certificate desk = home.deskCertificate();
            home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "overflow") + "\r\nbody\r\nFrom here on\r\n");
            String token = found(TOKEN, text(home.sentTo(RITA).get(0)));
            String caseId = found(CASE, text(home.sentTo(ALICE).get(0)));
            String followUp = TestHome.fields(RITA, "more").replace("To: " + TestHome.DESK, "To: " + token);
            home.receive(RITA, token, followUp + "\r\nI wrote to " + token + "\r\n");
            home.sent.clear();

            order(home, desk, caseId, "/title Overflow\n/export\n");

            List<OpenedMail> toAlice = read(home, home.alice, desk);
            assertThat(toAlice).hasSize(1);
            assertThat(toAlice.get(0).body()).contains(caseId.toLowerCase(Locale.ROOT) + ".tar.gz");
            Path out = unpacked(toAlice.get(0)).resolve(caseId.toLowerCase(Locale.ROOT));
            String mbox = Files.readString(out.resolve("mails.mbox"), StandardCharsets.ISO_8859_1);
            assertThat(mbox)
                    .startsWith("From rita@reporter.example Mon Mar  2 10:00:00 2026\n")
                    .contains("Subject: overflow\n")
                    .contains("\n>From here on\n")
                    .contains("To: security+r.withheld@project.example")
                    .contains("I wrote to security+r.withheld@project.example")
                    .doesNotContainPattern(TOKEN);
            assertThat(mbox.lines().filter(line -> line.startsWith("From ")).count())
                    .isEqualTo(3);
            List<String> journal = Files.readAllLines(out.resolve("journal.jsonl"));
            assertThat(journal).isNotEmpty().allMatch(line -> line.startsWith("{\"version\":") && line.endsWith("}"));
            assertThat(String.join("\n", journal))
                    .contains("\"kind\":\"ReportFiled\"")
                    .contains("\"kind\":\"TextSet\"")
                    .contains("\"reporterToken\":\"withheld\"")
                    .doesNotContain(token.substring(token.indexOf("r.") + 2, token.indexOf('@')));
            assertThat(read(home, home.bob, desk)).anyMatch(mail -> mail.body().contains("Done: /export."));
        }
    }

    @Test
    void mboxShouldSplitIntoItsMailsWhateverTheirLinesAndLengthsSay() throws Exception {
        try (TestHome home = TestHome.in(folder.resolve("home"))) {
            Certificate desk = home.deskCertificate();
            String body = """
                    From here on it crashes.

                    From eve@elsewhere.example Mon Mar  2 10:00:00 2026
                    From: nobody

                    >From a quoted line
                    >>From one quoted twice
                     From an indented one
                    From
                    the end""".replace("\n", "\r\n") + "\r\n";
            String fields = TestHome.fields(RITA, "overflow");
            home.receive(RITA, TestHome.DESK, fields + "Content-Length: 17\r\nContent-length: 99999\r\n\r\n" + body);
            String caseId = found(CASE, text(home.sentTo(ALICE).get(0)));
            home.sent.clear();

            order(home, desk, caseId, "/export\n");

            Path out = unpacked(read(home, home.alice, desk).get(0)).resolve(caseId.toLowerCase(Locale.ROOT));
            List<String> mails = split(out.resolve("mails.mbox"));
            assertThat(mails).hasSize(2);
            assertThat(mails.get(0).replace("\r\n", "\n"))
                    .startsWith("From rita@reporter.example Mon Mar  2 10:00:00 2026\n" + fields.replace("\r\n", "\n"))
                    .contains("\nX-Content-Length: 17\nX-Content-length: 99999\n")
                    .doesNotContain("\nContent-")
                    .endsWith("\n\n" + body.replace("\r\n", "\n") + "\n");
            assertThat(mails.get(1)).contains("From: " + ALICE);
        }
    }

    @Test
    void caseTooLargeForAMailShouldNotBeAttachedAndSaySo() throws Exception {
        try (TestHome home = TestHome.in(folder.resolve("home"))) {
            Certificate desk = home.deskCertificate();
            String line = "0123456789".repeat(90) + "\r\n";
            home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "large") + "\r\n" + line.repeat(24_000));
            String caseId = found(CASE, text(home.sentTo(ALICE).get(0)));
            home.sent.clear();

            order(home, desk, caseId, "/export\n");

            OpenedMail transcript = read(home, home.alice, desk).get(0);
            assertThat(transcript.body()).contains("too large for a mail");
            assertThat(transcript.attachments()).isEmpty();
        }
    }

    private Path unpacked(OpenedMail mail) throws IOException, InterruptedException {
        Attachment archive = mail.attachments().get(0);
        Path file = folder.resolve("export.tar.gz");
        try (InputStream in = archive.content().open()) {
            Files.copy(in, file);
        }
        Path out = Files.createDirectory(folder.resolve("out"));
        Process tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", out.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        return out;
    }

    /** As git reads an mbox, which parts it at lines that begin with From, and takes the quotation of other such lines off. */
    private List<String> split(Path mbox) throws IOException, InterruptedException {
        Path mails = Files.createDirectory(folder.resolve("mails"));
        Process git = new ProcessBuilder("git", "mailsplit", "--mboxrd", "--keep-cr", "-o" + mails, mbox.toString())
                .redirectOutput(folder.resolve("count").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(git.waitFor()).isZero();
        List<String> read = new ArrayList<>();
        try (Stream<Path> files = Files.list(mails)) {
            for (Path file : files.sorted().toList()) {
                read.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return read;
    }

    private static void order(TestHome home, Certificate desk, String caseId, String text) {
        Instant now = home.clock.instant();
        String mail = home.alice.encrypted(desk, TestHome.fields(ALICE, "about"), caseId + "\n" + text, false, now);
        home.receive(ALICE, "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example", mail);
    }

    private static List<OpenedMail> read(TestHome home, Person reader, Certificate desk) {
        String address = reader.equals(home.bob) ? BOB : ALICE;
        return home.sentTo(address).stream()
                .map(mail -> reader.read(mail.message(), desk, home.spools(), home.clock.instant()))
                .toList();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String text(OutgoingMail mail) throws IOException {
        return new String(mail.message().bytes(), StandardCharsets.UTF_8);
    }
}
