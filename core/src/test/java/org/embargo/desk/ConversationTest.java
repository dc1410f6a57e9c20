package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.desk.CommandDesk.Reported;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The talk between a reporter and the team, and those who would like to take his place in it. */
class ConversationTest {

    private static final Pattern REPORTER_ADDRESS = Pattern.compile("security\\+r\\.[a-z2-7]{26}@project\\.example");

    @TempDir
    private static Path folder;

    private static CommandDesk desk;
    private static Person mallory;

    private Reported about;
    private String hisAddress = TestHome.DESK;
    private Person rita;

    @BeforeAll
    static void start() {
        desk = new CommandDesk(folder);
        mallory = Person.at("mallory@elsewhere.example", desk.now().minusSeconds(60));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void report() {
        about = desk.report();
        rita = about.reporter();
    }

    @Test
    void keyOfAManInTheMiddleShouldBeAProposalAndNothingGoToIt() {
        reportWithoutCertificate();
        desk.send(rita, hisAddress, answerWithKey(mallory));
        assertThat(desk.bodies(desk.bob))
                .anyMatch(body ->
                        body.contains(mallory.certificate().fingerprint().spaced()));
        desk.home.sent.clear();

        desk.order(desk.alice, about, "/reply\nfor her alone\n");

        assertThat(desk.transcript(desk.alice)).startsWith("Not done").contains("/reply clear");
        assertThat(desk.home.sentTo(rita.address().value())).isEmpty();
    }

    @Test
    void memberShouldChooseAmongProposedKeys() {
        reportWithoutCertificate();
        desk.send(rita, hisAddress, answerWithKey(mallory));
        desk.send(rita, hisAddress, answerWithKey(rita));
        desk.home.sent.clear();

        desk.order(
                desk.alice,
                about,
                "/key reporter " + rita.certificate().fingerprint().hex() + "\n/reply\nfor her alone\n");

        OutgoingMail letter = toRita();
        assertThat(desk.body(rita, letter)).contains("for her alone");
        assertThat(desk.body(rita, letter).replaceAll("\\s", ""))
                .as("she sees which key it is encrypted to")
                .contains(rita.certificate().fingerprint().hex());
        assertThat(desk.body(mallory, letter)).doesNotContain("for her alone");
    }

    @Test
    void laterKeyShouldNotReplaceTheOneThatCameWithTheReport() {
        desk.send(rita, hisAddress, answerWithKey(mallory));
        desk.home.sent.clear();

        desk.order(desk.alice, about, "/reply\nfor her alone\n");

        assertThat(desk.body(rita, toRita())).contains("for her alone");
        assertThat(desk.body(mallory, toRita())).doesNotContain("for her alone");
    }

    @Test
    void attachedKeyShouldBeTakenBesideTheMembersOwn() {
        reportWithoutCertificate();

        orderWith("/key reporter\n", desk.alice.certificate(), rita.certificate());

        assertThat(desk.transcript(desk.alice))
                .startsWith("Done")
                .contains(rita.certificate().fingerprint().spaced());
        desk.home.clock.move(Duration.ofSeconds(1));
        desk.order(desk.alice, about, "/reply\nfor her alone\n");
        assertThat(desk.body(rita, toRita())).contains("for her alone");
    }

    @Test
    void severalOrNoForeignKeysShouldBeRefused() {
        orderWith("/key reporter\n", rita.certificate(), mallory.certificate());
        assertThat(desk.transcript(desk.alice)).startsWith("Not done");
        desk.home.sent.clear();
        orderWith("/key reporter\n", desk.alice.certificate(), desk.bob.certificate(), desk.certificate());
        assertThat(desk.transcript(desk.alice)).startsWith("Not done");
        desk.home.sent.clear();

        desk.order(
                desk.alice,
                about,
                "/key reporter " + mallory.certificate().fingerprint().hex() + "\n");

        assertThat(desk.transcript(desk.alice)).startsWith("Not done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reply%s\nwords\n", "/accept%s\n", "/reject%s\nwords\n", "/reporter new@reporter.example%s\n"})
    void sharedCiphertextShouldNeedToBeSure(String command) {
        String report = rita.encrypted(desk.certificate(), CommandDesk.fields(rita), "stolen words", true, desk.now());
        desk.send(rita, TestHome.DESK, report);
        about = new Reported(
                CommandDesk.caseOf(desk.home.sentTo(CommandDesk.ALICE).get(0)), rita);
        desk.send(mallory, TestHome.DESK, report.replace(rita.address().value(), "mallory@elsewhere.example"));
        desk.home.sent.clear();

        desk.order(desk.alice, about, String.format(command, ""));
        assertThat(desk.transcript(desk.alice)).startsWith("Not done").contains("Add sure");
        desk.assertNothingLeft();
        desk.home.sent.clear();
        desk.home.clock.move(Duration.ofSeconds(1));

        desk.order(desk.alice, about, String.format(command, " sure"));

        assertThat(desk.transcript(desk.alice)).startsWith("Done");
        assertThat(desk.home.sentTo(rita.address().value())).hasSize(1);
        assertThat(desk.home.sentTo("mallory@elsewhere.example")).isEmpty();
    }

    @Test
    void markedFilesOfAReplyShouldReachTheReporterAndKeysNever() {
        String commands = about.id() + "\r\n/reply\r\nsee the files\r\n";
        desk.send(
                desk.alice,
                about.address(),
                desk.entity(
                        desk.alice,
                        mixed(
                                CommandDesk.text(commands),
                                file("application/octet-stream", "attachment", "fix.diff", "the fix"),
                                file("image/png", "inline", "logo.png", "the logo"),
                                file(
                                        "application/pgp-keys",
                                        "attachment",
                                        "alice.asc",
                                        desk.alice.certificate().armored()),
                                file("application/octet-stream", "attachment", "alice.asc", "a key by its name"))));

        OpenedMail letter = rita.read(toRita().message(), desk.certificate(), desk.home.spools(), desk.now());

        assertThat(letter.encrypted()).isTrue();
        assertThat(letter.body()).contains("see the files");
        assertThat(letter.attachments()).extracting(Attachment::name).hasSize(1);
        assertThat(content(letter.attachments().get(0))).contains("the fix");
        assertThat(CommandDesk.raw(toRita())).doesNotContain("the fix", "fix.diff", "alice");
    }

    @Test
    void namesOfFilesOfAReplyShouldBeNamesAndNoMore() {
        desk.send(
                desk.alice,
                about.address(),
                desk.entity(
                        desk.alice,
                        mixed(
                                CommandDesk.text(about.id() + "\r\n/reply\r\nsee the file\r\n"),
                                file("application/octet-stream", "attachment", ".profile; x=$(id) {{desk}}", "x"))));

        OpenedMail letter = rita.read(toRita().message(), desk.certificate(), desk.home.spools(), desk.now());

        assertThat(letter.attachments())
                .hasSize(1)
                .allMatch(file -> file.name().text().matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
    }

    @Test
    void filesOfTheReporterShouldReachEachMemberEncrypted() {
        String part = mixed(CommandDesk.text("see the file"), file("text/x-python", "attachment", "poc.py", "the poc"));

        desk.send(rita, TestHome.DESK, desk.entity(rita, part));

        OutgoingMail mail = desk.home.sentTo(CommandDesk.BOB).get(0);
        OpenedMail read = desk.bob.read(mail.message(), desk.certificate(), desk.home.spools(), desk.now());
        assertThat(read.attachments()).anyMatch(file -> content(file).contains("the poc"));
        assertThat(CommandDesk.raw(mail)).doesNotContain("the poc", "poc.py");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reply\nwords\n", "/accept\n", "/reject\nwords\n", "/duplicate OTHER\n"})
    void answerOfAHumanShouldStopTheClock(String command) {
        String other = about.id();
        about = desk.report();
        rita = about.reporter();

        desk.order(desk.alice, about, command.replace("OTHER", other));

        assertThat(status()).contains("First answered on");
        assertThat(reminders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/note\nwords\n",
                "words alone\n",
                "/owner alice@project.example\n",
                "/hold\n",
                "/dry-run\n/accept\n",
                "/accept\n/acept\n",
                "/status\n"
            })
    void whatReachesNoReporterShouldNotStopTheClock(String command) {
        desk.order(desk.alice, about, command);

        assertThat(status()).doesNotContain("First answered on");
        assertThat(reminders()).isPositive();
    }

    @Test
    void strangerWithTheTokenShouldBeMarkedOrderNothingAndLearnNothing() {
        desk.order(desk.alice, about, "/reply\nwords\n");
        Matcher token = REPORTER_ADDRESS.matcher(CommandDesk.raw(toRita()));
        assertThat(token.find()).isTrue();
        desk.home.sent.clear();

        desk.send(
                mallory,
                token.group(),
                CommandDesk.fields(mallory) + CommandDesk.text(about.id() + "\n/close\ncredit: Mallory\n"));

        assertThat(desk.home.sentTo("mallory@elsewhere.example")).isEmpty();
        assertThat(desk.home.sentTo(rita.address().value())).isEmpty();
        assertThat(desk.bodies(desk.bob)).singleElement().asString().contains("> /close");
        assertThat(status())
                .contains("The case is reported.")
                .contains(rita.address().value());
    }

    private void reportWithoutCertificate() {
        desk.send(
                rita,
                TestHome.DESK,
                rita.encrypted(desk.certificate(), CommandDesk.fields(rita), "more", false, desk.now()));
        about = new Reported(
                CommandDesk.caseOf(desk.home.sentTo(CommandDesk.ALICE).get(0)), rita);
        Matcher token = REPORTER_ADDRESS.matcher(CommandDesk.raw(toRita()));
        assertThat(token.find()).isTrue();
        hisAddress = token.group();
        desk.home.sent.clear();
    }

    /** In her name and from her address, as whoever sits on the way can write it; in clear. */
    private String answerWithKey(Person key) {
        return CommandDesk.fields(rita).replaceFirst("Subject: ", "Subject: [" + about.id() + "] ")
                + mixed(
                        CommandDesk.text("my key"),
                        file(
                                "application/pgp-keys",
                                "attachment",
                                "key.asc",
                                key.certificate().armored()));
    }

    private void orderWith(String command, Certificate... keys) {
        String[] parts = new String[keys.length + 1];
        parts[0] = CommandDesk.text(about.id() + "\n" + command);
        for (int i = 0; i < keys.length; i++) {
            parts[i + 1] = file("application/pgp-keys", "attachment", "key" + i + ".asc", keys[i].armored());
        }
        desk.home.clock.move(Duration.ofSeconds(1));
        desk.send(desk.alice, about.address(), desk.entity(desk.alice, mixed(parts)));
    }

    private OutgoingMail toRita() {
        List<OutgoingMail> letters = desk.home.sentTo(rita.address().value());
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private String status() {
        desk.home.sent.clear();
        desk.order(desk.bob, about, "/status\n");
        return desk.transcript(desk.bob);
    }

    private long reminders() {
        desk.home.sent.clear();
        desk.home.clock.move(Duration.ofHours(30));
        desk.home.embargo().runDue();
        return desk.home.sentTo(CommandDesk.ALICE).stream()
                .filter(mail -> CommandDesk.raw(mail).contains("[" + about.id() + "]"))
                .count();
    }

    private static String file(String type, String disposition, String name, String content) {
        return "Content-Type: " + type + "\r\nContent-Disposition: " + disposition + "; filename=\"" + name
                + "\"\r\n\r\n" + content + "\r\n";
    }

    private static String mixed(String... parts) {
        return "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"mm\"\r\n\r\n--mm\r\n"
                + String.join("\r\n--mm\r\n", parts) + "\r\n--mm--\r\n";
    }

    private static String content(Attachment file) {
        try {
            return new String(file.content().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
