package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.desk.CommandDesk.Reported;
import org.embargo.mail.MailLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that try to make a desk obey without a member's word meant for it: each is kept, and nothing else happens. */
class HostileCommandTest {

    private static final String PLANTED = "planted words for the reporter";
    private static final Pattern ARMORED =
            Pattern.compile("(?s)-----BEGIN PGP MESSAGE-----.*?-----END PGP MESSAGE-----");

    @TempDir
    private static Path folder;

    private static CommandDesk desk;
    private static Person mallory;

    private Reported about;

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
    }

    @Test
    void textsAroundAnInlineSignatureShouldKeepItFromActing() {
        String signed = desk.alice.cleartextSigned(reply(), desk.now());

        for (String words : new String[] {"Hello,\r\n" + signed, signed + "\r\nthanks", signed + "\r\n" + signed}) {
            attempt(desk.alice, about.address(), desk.passedOn(desk.alice, CommandDesk.text(words)));
        }

        assertThat(desk.bodies(desk.alice)).anyMatch(body -> body.contains("It is not one signature over all"));
        assertThat(desk.bodies(desk.bob)).allMatch(body -> body.contains("was not obeyed"));
    }

    @Test
    void cleartextSignatureAloneShouldActWhereItCameEncrypted() {
        desk.send(
                desk.alice,
                about.address(),
                desk.passedOn(
                        desk.alice,
                        CommandDesk.text("\r\n" + desk.alice.cleartextSigned(reply(), desk.now()) + "\r\n")));

        assertThat(desk.transcript(desk.alice)).startsWith("Done");
    }

    @Test
    void cleartextSignatureAloneInsideAnInlineMessageShouldAct() {
        desk.send(
                desk.alice,
                about.address(),
                desk.inline(desk.alice, desk.alice.cleartextSigned(reply(), desk.now()) + "\r\n"));

        assertThat(desk.transcript(desk.alice)).startsWith("Done");
    }

    @Test
    void wordsAroundACleartextSignatureInsideAnInlineMessageShouldKeepItFromActing() {
        String signed = desk.alice.cleartextSigned(reply(), desk.now());

        for (String words : new String[] {"Hello,\r\n" + signed, signed + "\r\nthanks", signed + "\r\n" + signed}) {
            attempt(desk.alice, about.address(), desk.inline(desk.alice, words));
        }
    }

    @Test
    void signedMailForwardedInsideAnotherShouldNotAct() {
        String bobs = desk.bob.signed(desk.now(), about.id() + "\n/reply\n" + PLANTED + "\n");
        String enclosed = "Content-Type: message/rfc822\r\n\r\n" + CommandDesk.fields(desk.bob) + bobs;

        attempt(desk.alice, about.address(), desk.entity(desk.alice, enclosed));
        attempt(desk.alice, about.address(), desk.entity(desk.alice, mixed(CommandDesk.text("see below"), enclosed)));
        attempt(mallory, about.address(), desk.passedOn(desk.bob, enclosed));

        assertThat(desk.home.sentTo(CommandDesk.ALICE))
                .allMatch(mail -> !CommandDesk.raw(mail).contains(PLANTED));
    }

    @Test
    void unsignedPartsBesideTheSignedOneShouldKeepItFromActing() {
        String signed = desk.alice.signed(desk.now(), reply());

        attempt(mallory, about.address(), desk.passedOn(desk.alice, mixed(signed, CommandDesk.text(""))));
        attempt(
                mallory,
                about.address(),
                desk.passedOn(desk.alice, mixed(signed, "Content-Type: text/html\r\n\r\n<b>x</b>")));
        attempt(
                mallory,
                about.address(),
                desk.passedOn(desk.alice, mixed("Content-Type: image/png; name=\"x.png\"\r\n\r\nx", signed)));

        assertThat(desk.bodies(desk.alice).stream().filter(body -> body.contains("Not done")))
                .as("told once, since it is one signature")
                .hasSize(1);
    }

    @Test
    void registeredReportersGoodSignatureShouldOrderNothing() {
        Person rita = about.reporter();

        int before = desk.journalLines(about);
        desk.send(rita, about.address(), desk.entity(rita, CommandDesk.text(about.id() + "\n/close\n")));
        assertThat(desk.journalLines(about)).as("it is a report or a follow-up").isLessThanOrEqualTo(before + 1);
        desk.home.sent.clear();
        attempt(rita, about.address(), renamed(desk.entity(rita, CommandDesk.text(reply())), rita, desk.alice));

        assertThat(desk.bodies(desk.bob))
                .anyMatch(body -> body.contains("bears a member's address without his good signature"));
        desk.order(desk.alice, about, "/status\n");
        assertThat(desk.transcript(desk.alice)).contains("The case is reported.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: other@elsewhere.example",
                "Cc: other@elsewhere.example",
                "To: bob@project.example",
                "To: security+r.aaaaaaaaaaaaaaaaaaaaaaaaaa@project.example",
                "To: security+pyca-2026-1000@project.example",
                "To: security@second.example",
                "From: bob@project.example",
                "From: alice@project.example, bob@project.example",
            })
    void mailSignedForAnotherDeskOrPersonShouldNotActInAnyForm(String field) {
        String part = field + "\r\n" + CommandDesk.text(reply());
        attempt(mallory, about.address(), desk.entity(desk.alice, part));
        assertThat(desk.transcript(desk.alice)).contains("does not fit the way it came");
        desk.home.sent.clear();
        desk.home.clock.move(Duration.ofSeconds(1));

        // the same, taken out of its frame: then nobody would see that field
        String armored = desk.alice.signedAndEncrypted(desk.certificate(), part, desk.now());
        attempt(mallory, about.address(), CommandDesk.fields(desk.alice) + CommandDesk.text(armored));
        String cleartext = desk.alice.cleartextSigned(part, desk.now());
        attempt(mallory, about.address(), desk.passedOn(desk.alice, CommandDesk.text(cleartext)));

        desk.assertNothingLeft(PLANTED);
    }

    @Test
    void signedFieldsThatALimitLeavesUnreadShouldNotMakeAMailFit() {
        // of one mail so many fields are looked at, all parts together: the last ones outside leave none for inside
        int most = MailLimits.DEFAULT.fields();
        for (int outside = most - 20; outside <= most; outside++) {
            desk.home.clock.move(Duration.ofSeconds(1));
            String mail = desk.entity(desk.alice, "To: other@elsewhere.example\r\n" + CommandDesk.text(reply()));

            attempt(mallory, about.address(), "X-Filler: x\r\n".repeat(outside) + mail);
        }
    }

    @Test
    void partInQuotedPrintableTakenOutOfItsFrameShouldNotAct() {
        // what was one quoted line becomes lines of commands, when nobody decodes it
        String part = "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "I don't see why:\r\n> you wrote =\r\n" + about.id() + "=\r\n\r\n> =\r\n/reply " + PLANTED + "\r\n";

        attempt(
                mallory,
                about.address(),
                CommandDesk.fields(desk.alice)
                        + CommandDesk.text(desk.alice.signedAndEncrypted(desk.certificate(), part, desk.now())));
    }

    @Test
    void signedCommitShouldNotAct() {
        String commit = "tree 0123456789abcdef0123456789abcdef01234567\nauthor Mallory <m@elsewhere.example> 1 +0000\n"
                + "committer Alice <alice@project.example> 1 +0000\n\nFix a typo\n\n" + about.id() + "\n/close\n";

        String armored = desk.alice.signedAndEncrypted(desk.certificate(), commit, desk.now());
        attempt(mallory, about.address(), Person.pgpMime(CommandDesk.fields(desk.alice), armored));
        armored = desk.alice.signedAndEncrypted(desk.certificate(), commit, desk.now());
        attempt(mallory, about.address(), CommandDesk.fields(desk.alice) + CommandDesk.text(armored));
    }

    @Test
    void charsetThatNobodySignedShouldNotMakeOtherWordsOfATextThatWasSigned() {
        String signed = reply().replaceAll("(?s)(.)", "\0$1");
        String armored = desk.alice.signedAndEncrypted(desk.certificate(), signed, desk.now());
        String declared = armored.replaceFirst("\r?\n\r?\n", "\r\nCharset: UTF-16BE\r\n\r\n");

        attempt(mallory, about.address(), CommandDesk.fields(desk.alice) + CommandDesk.text(declared));
    }

    @ParameterizedTest
    @MethodSource("partsWithoutText")
    void whatIsNoPlainTextShouldOrderNothing(String part) {
        int before = desk.journalLines(about);
        desk.send(desk.alice, about.address(), desk.entity(desk.alice, part.replace("CASE", about.id())));

        assertThat(desk.journalLines(about)).isEqualTo(before + 1);
        desk.assertNothingLeft(PLANTED);
    }

    static Stream<Arguments> partsWithoutText() {
        String commands = "CASE\r\n/reply " + PLANTED + "\r\n";
        String html = "Content-Type: text/html\r\n\r\n<pre>" + commands + "</pre>\r\n";
        String file =
                "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"a.txt\"\r\n\r\n" + commands;
        String shownFile = "Content-Type: text/plain; name=\"poc.txt\"\r\nContent-Disposition: inline;"
                + " filename=\"poc.txt\"\r\n\r\n" + commands;
        String enclosed = "Content-Type: message/rfc822\r\n\r\n" + TestHome.fields(CommandDesk.ALICE, "x")
                + CommandDesk.text(commands);
        String text = CommandDesk.text("for the record\n");
        return Stream.of(
                        html,
                        file,
                        shownFile,
                        enclosed,
                        mixed(text, html),
                        mixed(text, file),
                        mixed(text, shownFile),
                        mixed(text, enclosed),
                        mixed(shownFile, text),
                        mixed(html, file))
                .map(Arguments::of);
    }

    @Test
    void encryptedPartMovedUnderAnotherNameShouldNotActAndItsAuthorHear() {
        String mail = desk.mail(desk.alice, about, "/reply\n" + PLANTED + "\n");

        desk.send(mallory, about.address(), renamed(mail, desk.alice, mallory));
        assertThat(desk.bodies(desk.alice))
                .anyMatch(body -> body.contains("Not done") && body.contains("names another author"));
        assertThat(desk.home.sentTo("mallory@elsewhere.example"))
                .as("a report like anyone's, with a receipt that says nothing of it")
                .allMatch(letter -> !CommandDesk.raw(letter).contains(PLANTED)
                        && !CommandDesk.raw(letter).contains(about.id()));
        desk.home.sent.clear();

        // and it is used now, also for whoever puts her name back
        int before = desk.journalLines(about);
        desk.send(mallory, about.address(), mail);
        desk.assertNothingLeft(PLANTED);
        assertThat(desk.journalLines(about)).as("kept, and marked as stolen").isEqualTo(before + 2);
        assertThat(desk.bodies(desk.bob)).anyMatch(body -> body.contains("its signature was used before"));
    }

    @Test
    void encryptedPartMovedToAnotherCaseShouldNotAct() {
        Reported first = about;
        String mail = desk.mail(desk.alice, first, "/reply\n" + PLANTED + "\n");
        about = desk.report();

        int before = desk.journalLines(first);

        attempt(mallory, about.address(), mail.replaceFirst("Subject: ", "Subject: [" + about.id() + "] "));

        assertThat(desk.transcript(desk.alice)).contains("names another case");
        assertThat(desk.journalLines(first)).as("nothing in the case it names").isEqualTo(before);
    }

    @Test
    void caseNamedInQuotedLinesOrOutsideTheSignatureShouldNotCount() {
        String quoted = "> " + about.id() + "\n/reply\n" + PLANTED + "\n";
        attempt(desk.alice, about.address(), desk.entity(desk.alice, CommandDesk.text(quoted)));
        assertThat(desk.transcript(desk.alice)).contains("names no case in what is signed");
        desk.home.sent.clear();

        String below = "/reply\n" + PLANTED + "\n/end\n-- \n" + about.id() + "\n";
        attempt(
                desk.alice,
                about.address(),
                desk.entity(desk.alice, CommandDesk.text(below))
                        .replaceFirst("Subject: ", "Subject: " + about.id() + " "));
        assertThat(desk.transcript(desk.alice)).contains("names no case in what is signed");
    }

    @Test
    void cveInTheSubjectShouldNameNoCaseBesideTheOneThatIsMeant() {
        String part = "Subject: Re: [" + about.id() + "] Overflow (CVE-2026-12345)\r\n" + CommandDesk.text("/accept\n");

        desk.send(desk.alice, about.address(), desk.entity(desk.alice, part));

        assertThat(desk.transcript(desk.alice)).startsWith("Done, " + about.id());
    }

    @Test
    void commandSignedInTheFutureShouldNotActThenNorWhenItsTimeHasCome() {
        String early = Person.pgpMime(
                CommandDesk.fields(desk.alice),
                desk.alice.signedAndEncrypted(
                        desk.certificate(),
                        CommandDesk.text(reply()),
                        desk.now().plus(Duration.ofMinutes(11))));

        attempt(desk.alice, about.address(), early);
        assertThat(desk.transcript(desk.alice)).contains("which is still to come");
        desk.home.clock.move(Duration.ofMinutes(10));
        desk.home.sent.clear();

        attempt(mallory, about.address(), early.replace("Subject: ", "Subject: again "));
        assertThat(desk.bodies(desk.bob)).anyMatch(body -> body.contains("its signature was used before"));
    }

    @Test
    void commandWithinTheToleranceShouldAct() {
        String early = Person.pgpMime(
                CommandDesk.fields(desk.alice),
                desk.alice.signedAndEncrypted(
                        desk.certificate(),
                        CommandDesk.text(about.id() + "\n/accept\n"),
                        desk.now().plusSeconds(599)));

        desk.send(desk.alice, about.address(), early);

        assertThat(desk.transcript(desk.alice)).startsWith("Done");
    }

    @Test
    void usedSignatureShouldNotActAtAnotherAddressNorAfterARestart() {
        String mail = desk.mail(desk.alice, about, "/owner " + CommandDesk.BOB + "\n");
        desk.send(desk.alice, about.address(), mail);
        assertThat(desk.transcript(desk.alice)).startsWith("Done");
        desk.order(desk.bob, about, "/owner " + CommandDesk.ALICE + "\n");
        desk.home.sent.clear();
        int before = desk.journalLines(about);

        desk.send(mallory, TestHome.DESK, mail);
        desk.home.restart();
        desk.send(mallory, about.address(), mail.replace("Subject: ", "Subject: again "));

        assertThat(desk.bodies(desk.alice)).noneMatch(body -> body.startsWith("Done") || body.startsWith("Not done"));
        assertThat(desk.journalLines(about))
                .as("kept, and marked as stolen by the one at the desk's own address")
                .isEqualTo(before + 3);
        desk.home.sent.clear();
        desk.order(desk.bob, about, "/status\n");
        assertThat(desk.transcript(desk.bob)).contains(CommandDesk.ALICE + " looks after it");
    }

    @Test
    void refusedCommandShouldBeUsedUp() {
        String mail = desk.mail(desk.alice, about, "/resume\n");
        desk.send(desk.alice, about.address(), mail);
        assertThat(desk.transcript(desk.alice)).startsWith("Not done");
        desk.home.clock.move(Duration.ofSeconds(1));
        desk.order(desk.bob, about, "/hold\n");
        desk.home.sent.clear();

        attempt(mallory, about.address(), mail.replace("Subject: ", "Subject: later "));

        desk.order(desk.bob, about, "/status\n");
        assertThat(desk.transcript(desk.bob)).contains("It is held");
    }

    @Test
    void commandsOfOneSecondShouldBeInOrderInEitherSequence() {
        String first = desk.mail(desk.alice, about, "/owner " + CommandDesk.BOB + "\n");
        String second = desk.mail(desk.alice, about, "/accept\n");

        desk.send(desk.alice, about.address(), second);
        desk.send(desk.alice, about.address(), first);

        assertThat(desk.bodies(desk.alice)).hasSize(2).allMatch(body -> body.startsWith("Done"));
    }

    @Test
    void olderJunkToTheDesksOwnAddressShouldNotActAfterANewerCommandOnThatCase() {
        String older = desk.entity(desk.alice, CommandDesk.text(TestHome.DESK + "\n/junk " + about.id() + "\n"));
        desk.home.clock.move(Duration.ofMinutes(5));
        desk.order(desk.alice, about, "/accept\n");
        desk.home.sent.clear();

        attempt(mallory, TestHome.DESK, older);

        assertThat(desk.transcript(desk.alice)).contains("before another of yours");
    }

    @Test
    void olderCommandShouldNotActAfterANewerJunkThatNamedTheDeskAlone() {
        String older = desk.mail(desk.alice, about, "/reopen\n");
        desk.home.clock.move(Duration.ofMinutes(5));
        desk.send(
                desk.alice,
                TestHome.DESK,
                desk.entity(desk.alice, CommandDesk.text(TestHome.DESK + "\n/junk " + about.id() + "\n")));
        assertThat(desk.transcript(desk.alice)).startsWith("Done");
        desk.home.sent.clear();

        attempt(mallory, about.address(), older);

        assertThat(desk.transcript(desk.alice)).contains("before another of yours");
    }

    @ParameterizedTest
    @CsvSource({
        "security+r.aaaaaaaaaaaaaaaaaaaaaaaaaa@project.example, no commands act",
        "security+key@project.example, no commands act",
        "security+list@project.example, no commands act",
        "security+pyca-2026-1000@project.example, There is no case PYCA-2026-1000",
    })
    void commandsAtAnAddressThatTakesNoneShouldNotActAndTheirAuthorHear(String address, String told) {
        int before = desk.journalLines(about);

        desk.send(desk.alice, address, desk.mail(desk.alice, about, "/close\n"));

        assertThat(desk.journalLines(about)).isEqualTo(before);
        assertThat(desk.bodies(desk.alice)).anyMatch(body -> body.startsWith("Not done") && body.contains(told));
    }

    @Test
    void inClearNothingButStoppingAndHelpShouldAct() {
        for (String command : new String[] {"/status", "/cases", "/close", "/resume", "/hold\n/end\n/status"}) {
            desk.home.clock.move(Duration.ofSeconds(1));
            attempt(
                    desk.alice,
                    about.address(),
                    CommandDesk.fields(desk.alice) + desk.alice.signed(desk.now(), about.id() + "\n" + command + "\n"));
            assertThat(desk.transcript(desk.alice)).contains("It came in clear");
            desk.home.sent.clear();
        }

        desk.send(
                desk.alice,
                about.address(),
                CommandDesk.fields(desk.alice) + desk.alice.signed(desk.now(), about.id() + "\n/help hold\n"));

        assertThat(desk.transcript(desk.alice)).startsWith("Done");
    }

    @Test
    void twoRepliesShouldNotShareFiles() {
        String file = "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"a.bin\""
                + "\r\n\r\nbytes\r\n";
        String commands = about.id() + "\n/reply\n" + PLANTED + "\n/end\n/reply\nmore\n";

        attempt(desk.alice, about.address(), desk.entity(desk.alice, mixed(CommandDesk.text(commands), file)));

        assertThat(desk.transcript(desk.alice))
                .startsWith("Not done")
                .contains("Line 2")
                .contains("Line 5");
    }

    @Test
    void mailWithoutASignatureShouldBeAnsweredToNobody() {
        attempt(mallory, about.address(), desk.passedOn(desk.alice, CommandDesk.text(reply())));
        attempt(mallory, about.address(), CommandDesk.fields(desk.alice) + CommandDesk.text(reply()));

        assertThat(desk.bodies(desk.alice)).noneMatch(body -> body.startsWith("Not done"));
        assertThat(desk.bodies(desk.bob)).hasSize(2).allMatch(body -> body.contains("without his good signature"));
    }

    /** Sends what must not act: at most the mail itself is filed, and nothing leaves but words to the team. */
    private void attempt(Person sender, String recipient, String mail) {
        int before = desk.journalLines(about);

        desk.send(sender, recipient, mail);

        assertThat(desk.journalLines(about)).isBetween(before, before + 1);
        desk.assertNothingLeft(PLANTED);
        assertThat(desk.home.sentTo(about.reporter().address().value())).isEmpty();
    }

    private String reply() {
        return about.id() + "\r\n/reply\r\n" + PLANTED;
    }

    private static String renamed(String mail, Person from, Person to) {
        Matcher armored = ARMORED.matcher(mail);
        assertThat(armored.find()).isTrue();
        return mail.replace(from.address().value(), to.address().value());
    }

    private static String mixed(String... parts) {
        return "Content-Type: multipart/mixed; boundary=\"mm\"\r\n\r\n--mm\r\n" + String.join("\r\n--mm\r\n", parts)
                + "\r\n--mm--\r\n";
    }
}
