package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.mail.OpenedMail;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.SignatureState;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members order by mail, and what nobody can order, on a real database and real keys. */
class CommandStoryTest {

    private static final String ALICE = "alice@project.example";
    private static final String BOB = "bob@project.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");

    @TempDir
    private static Path folder;

    private static TestHome home;
    private static Certificate desk;
    private static int count;

    private Person rita;
    private String caseId;

    @BeforeAll
    static void start() {
        home = TestHome.in(folder);
        desk = home.deskCertificate();
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    @BeforeEach
    void report() {
        count++;
        home.clock.move(Duration.ofMinutes(1));
        home.embargo().runDue();
        home.sent.clear();
        rita = Person.at(
                "rita" + count + "@reporter.example", home.clock.instant().minusSeconds(60));
        receive(
                rita.encrypted(desk, fields(rita.address().value(), "report"), "secret words", true, now()),
                rita,
                front());
        caseId = caseOf(home.sentTo(ALICE).get(0));
        home.sent.clear();
    }

    @Test
    void acceptanceShouldReachTheReporterItsAuthorAndTheOthers() {
        order(home.alice, "/accept\nThank you for this.\n");

        OutgoingMail letter = only(home.sentTo(rita.address().value()));
        OpenedMail opened = rita.read(letter.message(), desk, home.spools(), now());
        assertThat(opened.encrypted()).isTrue();
        assertThat(opened.signature()).contains(SignatureState.GOOD);
        assertThat(opened.body()).contains("Thank you for this.").contains("as a vulnerability");
        assertThat(opened.outer().inReplyTo()).hasSize(1);
        assertThat(text(letter))
                .doesNotContain("alice")
                .doesNotContain("Auto-Submitted")
                .doesNotContain("Thank you");
        assertThat(transcript(home.alice)).startsWith("Done, " + caseId).contains("The case is accepted now.");
        assertThat(toBob()).contains(ALICE).contains("> /accept").contains("> Thank you for this.");
    }

    @Test
    void replyShouldStopTheClockAndLeaveTheStateAlone() {
        order(home.alice, "/reply\nWe look into it.\n/end\n");
        home.sent.clear();

        order(home.alice, "/status\n");

        assertThat(transcript(home.alice))
                .contains("First answered on")
                .contains("The case is reported.")
                .doesNotContain("Until a human")
                .contains("reporter answered");
        assertThat(home.sentTo(BOB)).isEmpty();
    }

    @Test
    void sameSignatureInAnotherMailShouldNotActAgain() {
        String mail = mail(home.alice, home.alice, "/reply\nonce\n");
        receive(mail, home.alice, caseAddress());
        home.sent.clear();

        receive(mail.replace("Subject: ", "Subject: again "), home.alice, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(toBob()).contains("its signature was used before");
        assertThat(home.sentTo(ALICE)).hasSize(1);
    }

    @Test
    void signatureUnderAnotherMembersNameShouldNotActAndItsAuthorHear() {
        receive(mail(home.alice, home.bob, "/accept\n"), home.alice, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(home.sentTo(BOB).stream().map(each -> read(home.bob, each)).toList())
                .anyMatch(body -> body.contains("Not done") && body.contains("another author"));
    }

    @Test
    void signatureUnderAStrangersNameShouldNotActAndItsAuthorHear() {
        Person eve = Person.at("eve@elsewhere.example", now());
        String stolen = mail(home.alice, home.alice, "/accept\n").replace(ALICE, "eve@elsewhere.example");

        receive(stolen, eve, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(bodies(home.alice)).anyMatch(body -> body.contains("Not done"));
    }

    @Test
    void textBesideTheSignatureShouldNotActAndNeitherTheSignedPart() {
        String signed = home.alice.signed(now(), caseId + "\n/accept\n");
        String mixed =
                fields(ALICE, "x") + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"m\"\r\n\r\n--m\r\n"
                        + signed + "\r\n--m\r\nContent-Type: text/plain\r\n\r\n/reply planted\r\n--m--\r\n";

        receive(mixed, home.alice, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(bodies(home.alice)).anyMatch(body -> body.contains("not one signature over all"));
        assertThat(toBob()).contains("was not obeyed");
    }

    @Test
    void forwardedSignedMailShouldNotAct() {
        String signed = home.alice.signed(now(), caseId + "\n/accept\n");
        String forwarded = fields(ALICE, "fwd") + "MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
                + fields(ALICE, "x") + signed;

        receive(forwarded, home.alice, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(home.sentTo(BOB)).hasSize(1);
    }

    @Test
    void quotedCommandsShouldNotAct() {
        order(home.alice, "> /accept\nI don't think so.\n> /reply planted\n");

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(toBob()).contains("> I don't think so.");
        assertThat(home.sentTo(ALICE)).isEmpty();
    }

    @Test
    void inClearOnlyStoppingShouldAct() {
        receive(fields(ALICE, "a") + home.alice.signed(now(), caseId + "\n/accept\n"), home.alice, caseAddress());
        assertThat(transcript(home.alice)).contains("It came in clear");
        assertThat(home.sentTo(rita.address().value())).isEmpty();
        home.sent.clear();

        receive(fields(ALICE, "b") + home.alice.signed(now(), caseId + "\n/hold\n"), home.alice, caseAddress());

        assertThat(transcript(home.alice)).startsWith("Done").contains("It is held");
    }

    @Test
    void caseShouldBeNamedInWhatIsSignedAndFitTheAddress() {
        receive(encrypted(home.alice, fields(ALICE, caseId), "/accept\n"), home.alice, caseAddress());
        assertThat(transcript(home.alice)).contains("names no case in what is signed");
        home.sent.clear();

        receive(encrypted(home.alice, fields(ALICE, "x"), "PYCA-2026-1000\n/accept\n"), home.alice, caseAddress());

        assertThat(transcript(home.alice)).contains("names another case");
        assertThat(home.sentTo(rita.address().value())).isEmpty();
    }

    @Test
    void olderCommandThatArrivesLateShouldNotAct() {
        String older = mail(home.alice, home.alice, "/accept\n");
        home.clock.move(Duration.ofMinutes(5));
        order(home.alice, "/owner " + BOB + "\n");
        home.sent.clear();

        receive(older, home.alice, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(transcript(home.alice)).contains("before another of yours");
    }

    @Test
    void commandsShouldActForADayOnly() {
        String late = mail(home.alice, home.alice, "/accept\n");
        home.clock.move(Duration.ofHours(24).plusSeconds(1));

        receive(late, home.alice, caseAddress());

        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(bodies(home.alice)).anyMatch(body -> body.contains("must not be older than 1d"));
    }

    @Test
    void holdShouldKeepLettersBackUntilItEnds() {
        order(home.alice, "/hold\nwait\n");
        home.sent.clear();

        order(home.bob, "/reply\nlater\n");
        home.clock.move(Duration.ofHours(3));
        home.embargo().runDue();
        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(transcript(home.bob)).contains("waits for /resume");
        home.sent.clear();

        order(home.alice, "/resume\n");

        assertThat(home.sentTo(rita.address().value())).hasSize(1);
    }

    @Test
    void oneMistakeShouldStopTheWholeMail() {
        order(home.alice, "/reply\nhello\n/acept\n");

        assertThat(transcript(home.alice))
                .startsWith("Not done")
                .contains("Line 4")
                .contains("Did you mean /accept?");
        assertThat(home.sent).hasSize(1);
    }

    @Test
    void refusedCommandShouldStopTheWholeMail() {
        order(home.alice, "/reply\nhello\n/end\n/owner eve@elsewhere.example\n");

        assertThat(transcript(home.alice))
                .startsWith("Not done")
                .contains("no member of the team")
                .contains("Missing: an answer")
                .doesNotContain("is told");
        assertThat(home.sent).hasSize(1);
    }

    @Test
    void dryRunShouldOnlyTell() {
        order(home.alice, "/dry-run\n/accept\n");

        assertThat(transcript(home.alice)).startsWith("Tried, not done").contains("accepted now");
        assertThat(home.sent).hasSize(1);
    }

    @Test
    void commandsToTheDesksOwnAddressShouldActOnTheCaseTheyName() {
        receive(encrypted(home.alice, fields(ALICE, "x"), caseId + "\n/accept\n"), home.alice, front());
        assertThat(transcript(home.alice)).startsWith("Done, " + caseId);
        home.sent.clear();

        receive(encrypted(home.alice, fields(ALICE, "y"), front() + "\n/cases\n/help reply\n"), home.alice, front());

        assertThat(transcript(home.alice)).contains(caseId).contains("a letter to the reporter");
    }

    @Test
    void listOfCasesShouldGiveEachItsLineAndItsNextStep() {
        order(home.alice, "/cases\n");

        assertThat(transcript(home.alice))
                .containsPattern(" - " + caseId + ", reported, since [^;]*; answer the reporter by ");
    }

    @Test
    void stepsOfTheHistoryShouldFitOnALineEach() {
        order(home.alice, "/accept\n");
        home.sent.clear();

        order(home.alice, "/status\n");

        assertThat(transcript(home.alice)).contains("UTC, member " + ALICE + ": case accepted");
    }

    @Test
    void hourSetToTheSecondShouldBeToldToTheSecond() {
        order(home.alice, "/accept\n/disclose 2027-12-01T15:00:30Z\n");

        assertThat(transcript(home.alice))
                .contains("It becomes public on Wed 2027-12-01 15:00:30 UTC.")
                .contains("disclosure on Wed 2027-12-01 15:00:30 UTC");
    }

    @Test
    void caseWithoutAdvanceNoticeShouldBePlannedWithTheDateNoticeAlone() {
        order(home.alice, "/accept\n/advance none\n/disclose 2027-12-01T15:00Z\n");

        assertThat(transcript(home.alice))
                .contains("date notice to the reporter by Wed 2027-11-24 15:00 UTC")
                .doesNotContain("advance notice to the private list");
    }

    @Test
    void duplicateAndJunkShouldEndTheirCases() {
        order(home.alice, "/junk " + caseId + "\n");
        assertThat(transcript(home.alice)).contains("is closed, and nobody is answered");
        assertThat(home.sentTo(rita.address().value())).isEmpty();
        home.sent.clear();

        home.clock.move(Duration.ofSeconds(1));
        order(home.alice, "/accept\n");
        assertThat(transcript(home.alice)).contains("not allowed while the case is closed");
        home.sent.clear();

        home.clock.move(Duration.ofSeconds(1));
        order(home.alice, "/reopen\n");
        assertThat(transcript(home.alice)).contains("The case is reported now.");
    }

    @Test
    void changedAddressShouldBeToldToTheFormerOneAndGetTheNextLetter() {
        order(home.alice, "/reporter new@reporter.example\n/reply\nhello\n");

        assertThat(home.sentTo("new@reporter.example")).hasSize(1);
        OutgoingMail former = only(home.sentTo(rita.address().value()));
        assertThat(rita.read(former.message(), desk, home.spools(), now()).body())
                .contains("another one")
                .doesNotContain("new@reporter.example");
    }

    @Test
    void encryptedReportWithoutCertificateShouldNotBeAnsweredInClearUnasked() {
        home.clock.move(Duration.ofHours(1));
        Person nina = Person.at("nina" + count + "@reporter.example", now().minusSeconds(60));
        receive(nina.encrypted(desk, fields(nina.address().value(), "r"), "words", false, now()), nina, front());
        caseId = caseOf(home.sentTo(ALICE).get(0));
        home.sent.clear();

        order(home.alice, "/reply\nhello\n");
        assertThat(transcript(home.alice)).contains("/reply clear");
        assertThat(home.sentTo(nina.address().value())).isEmpty();
        home.sent.clear();

        order(home.alice, "/reply clear\nhello\n");
        assertThat(text(only(home.sentTo(nina.address().value())))).contains("hello");
    }

    @Test
    void stolenCommandsShouldMakeAReportThatIsMarked() {
        String mail = mail(home.alice, home.alice, "/accept\n");
        receive(mail, home.alice, caseAddress());
        home.sent.clear();

        Person eve = Person.at("eve@elsewhere.example", now());
        receive(mail.replace(ALICE, "eve@elsewhere.example"), eve, front());

        assertThat(toBob()).contains(caseId).contains("may have stolen it");
        assertThat(home.sentTo("eve@elsewhere.example")).isEmpty();
    }

    private void order(Person member, String text) {
        receive(mail(member, member, text), member, caseAddress());
    }

    /** Encrypted, in the name of {@code author}, signed by {@code signer}, naming the case. */
    private String mail(Person author, Person signer, String text) {
        return encrypted(signer, fields(author.address().value(), "about"), caseId + "\n" + text);
    }

    private static String encrypted(Person signer, String fields, String text) {
        return signer.encrypted(desk, fields, text, false, now());
    }

    private static void receive(String mail, Person envelopeSender, String recipient) {
        home.receive(envelopeSender.address().value(), recipient, mail);
    }

    private static String fields(String from, String subject) {
        return TestHome.fields(from, subject + " " + count + " " + System.nanoTime());
    }

    private String caseAddress() {
        return "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example";
    }

    private static String front() {
        return TestHome.DESK;
    }

    private static Instant now() {
        return home.clock.instant();
    }

    private static String transcript(Person member) {
        List<String> transcripts = bodies(member).stream()
                .filter(body -> body.startsWith("Done") || body.startsWith("Not done") || body.startsWith("Tried"))
                .toList();
        assertThat(transcripts).hasSize(1);
        return transcripts.get(0);
    }

    private static String toBob() {
        return read(home.bob, only(home.sentTo(BOB)));
    }

    private static List<String> bodies(Person member) {
        return home.sentTo(member.address().value()).stream()
                .map(mail -> read(member, mail))
                .toList();
    }

    /** On one line, since a case id or a fingerprint moves the line ends. */
    private static String read(Person member, OutgoingMail mail) {
        return member.read(mail.message(), desk, home.spools(), now()).body().replaceAll("\\s+", " ");
    }

    private static OutgoingMail only(List<OutgoingMail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static String caseOf(OutgoingMail mail) {
        Matcher matcher = CASE.matcher(text(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
