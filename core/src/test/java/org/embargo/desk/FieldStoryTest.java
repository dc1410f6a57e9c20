package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a case gets its fields and dates by signed mail, and its credit by the reporter's own. */
class FieldStoryTest {

    private static final String ALICE = "alice@project.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern TOKEN = Pattern.compile("security\\+r\\.[a-z0-9]{26}@project\\.example");

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
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\napprovals = 2\nreleases = 45.0.1, 44.0.3, 43.0.9\n");
        home.restart();
        desk = home.deskCertificate();
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    @BeforeEach
    void report() {
        count++;
        home.clock.move(Duration.ofHours(1));
        home.embargo().runDue();
        home.sent.clear();
        rita = Person.at("rita" + count + "@reporter.example", now().minusSeconds(60));
        receive(reporterMail("secret words"), rita, TestHome.DESK);
        caseId = caseOf(home.sentTo(ALICE).get(0));
    }

    @Test
    void fieldsShouldBeSetCheckedAndShown() {
        order(home.alice, """
                /accept
                /title Overflow in the parser
                /severity CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
                /cve cve-2026-1234
                /affects 43.0 to 45.0.1
                /fixed 45.0.2, 44.0.4
                /patch none
                """);

        assertThat(transcript(home.alice))
                .startsWith("Done")
                .contains("Severity: critical, 9.8 by CVSS:3.1/AV:N")
                .contains("Affected: >= 43.0, <= 45.0.1.")
                .contains("Of the supported releases it hits 45.0.1, 44.0.3.")
                .contains("Out of support, as far as is known here: 43.0.9, 43.0.")
                .contains("Careful: 44.0.4 carries the fix and lies in what is affected.")
                .contains("Missing: the full description")
                .contains("Missing: the hour of disclosure")
                .doesNotContain("Missing: the title")
                .doesNotContain("Missing: the patches");
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("/title Overflow in the parser"));
    }

    @Test
    void statusShouldShowTextsInFull() {
        order(home.alice, "/description\nParsing overflows.\n\nAlways.\n/end\n");
        home.sent.clear();

        order(home.alice, "/status\n");

        assertThat(transcript(home.alice)).contains("Description:").contains("| Parsing overflows. | | Always.");
    }

    @Test
    void sameValueAgainShouldChangeNothing() {
        order(home.alice, "/title Overflow\n");
        home.sent.clear();

        order(home.bob, "/title Overflow\n");

        assertThat(transcript(home.bob)).contains("It is so already");
    }

    @Test
    void disclosureShouldBeScheduledWithItsTimetable() {
        Instant hour = hour(30);

        order(home.alice, "/accept\n/disclose " + hour + "\n");

        assertThat(transcript(home.alice))
                .contains("The case is scheduled.")
                .contains("The advance notice is due on")
                .contains("Next: advance notice to the private list by")
                .contains("in 23 days")
                .contains("Next: disclosure on")
                .contains("in 30 days");
    }

    @Test
    void nearDisclosureShouldSayByHowMuchTheNoticeFallsShort() {
        Instant hour = now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

        order(home.alice, "/accept\n/disclose " + hour + "\n");

        assertThat(transcript(home.alice))
                .contains("should leave 7 days before it: it is due at once, and falls short by 4 days");
    }

    @Test
    void disclosureShouldBeMovedForwardBySeveralMembersAlone() {
        order(home.alice, "/accept\n/disclose " + hour(30) + "\n");
        home.sent.clear();

        order(home.alice, "/disclose " + hour(20) + "\n");
        assertThat(transcript(home.alice)).contains("1 of 2 members").contains("in 30 days");
        home.sent.clear();

        order(home.alice, "/disclose none\n");
        order(home.alice, "/disclose " + hour(20) + "\n");
        assertThat(bodies(home.alice)).anyMatch(body -> body.contains("1 of 2 members"));
        home.sent.clear();

        order(home.bob, "/disclose " + hour(20) + "\n");
        assertThat(transcript(home.bob)).contains("It becomes public on").contains("in 20 days");
    }

    @Test
    void laterDisclosureShouldNeedOneMember() {
        order(home.alice, "/accept\n/disclose " + hour(30) + "\n");
        home.sent.clear();

        order(home.alice, "/disclose " + hour(40) + "\n");

        assertThat(transcript(home.alice)).contains("no longer on").contains("in 40 days");
    }

    @Test
    void noticeShouldBeMovedForwardBySeveralMembersAlone() {
        order(home.alice, "/accept\n/disclose " + hour(30) + "\n");
        home.sent.clear();

        order(home.alice, "/advance now\n");
        assertThat(transcript(home.alice)).contains("1 of 2 members");
        home.sent.clear();

        order(home.alice, "/advance none\n");
        assertThat(transcript(home.alice)).contains("Nobody on the private list is told before it.");
        home.sent.clear();

        order(home.alice, "/advance usual\n");
        assertThat(transcript(home.alice)).contains("1 of 2 members");
    }

    @Test
    void pastHourShouldBeRefused() {
        order(home.alice, "/accept\n/disclose 2026-01-01\n");

        assertThat(transcript(home.alice)).startsWith("Not done").contains("is past; it is");
    }

    @Test
    void fieldOfAClosedCaseShouldBeRefused() {
        order(home.alice, "/close\n");
        home.sent.clear();

        order(home.alice, "/title Overflow\n");

        assertThat(transcript(home.alice)).contains("/title is not allowed while the case is closed");
    }

    @Test
    void reporterShouldSayHowHeIsCredited() {
        String token = token();
        home.sent.clear();

        receive(reporterMail("Thanks.\r\ncredit: Rita Reporter\r\n> credit: Mallory"), rita, token);

        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("He says how he is credited: Rita Reporter."));
        assertThat(toRita()).anyMatch(body -> body.contains("how you want to be credited: Rita Reporter."));
        home.sent.clear();
        order(home.alice, "/credit Mallory\n");
        assertThat(transcript(home.alice)).startsWith("Not done").contains("(Rita Reporter). Only he can change that.");
    }

    @Test
    void creditInTheFirstReportShouldBeNotedInTheReceipt() {
        home.sent.clear();
        home.clock.move(Duration.ofMinutes(1));
        receive(reporterMail("more secret words\r\ncredit: none"), rita, TestHome.DESK);

        assertThat(toRita()).anyMatch(body -> body.contains("How you want to be credited is noted."));
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("He says that he stays unnamed."));
    }

    @Test
    void strangerWithTheTokenShouldNotSetTheCredit() {
        String token = token();
        home.sent.clear();
        Person eve = Person.at("eve@elsewhere.example", now().minusSeconds(60));

        receive(fields("eve@elsewhere.example", "x") + "\r\ncredit: none\r\n", eve, token);
        receive(fields(rita.address().value(), "y") + "\r\ncredit: Mallory\r\n", eve, token);

        assertThat(bodies(home.bob))
                .filteredOn(body -> body.contains("It is not proven to be his, so nothing follows."))
                .hasSize(2);
        assertThat(toRita()).isEmpty();
        home.sent.clear();
        order(home.alice, "/status\n");
        assertThat(transcript(home.alice)).doesNotContain("Credit:");
    }

    @Test
    void oldSignedWordsSentAgainShouldNotSetTheCredit() {
        String token = token();
        String old = reporterMail("credit: Rita the First");
        receive(old, rita, token);
        home.clock.move(Duration.ofMinutes(1));
        receive(reporterMail("credit: Rita the Second"), rita, token);
        home.sent.clear();

        Person eve = Person.at("eve@elsewhere.example", now().minusSeconds(60));
        receive(old.replace("Subject: ", "Subject: again "), eve, token);

        order(home.alice, "/status\n");
        assertThat(transcript(home.alice)).contains("Credit: Rita the Second");
    }

    @Test
    void creditWithALinkShouldNotBeTakenAndHeHear() {
        String token = token();
        home.sent.clear();

        receive(reporterMail("credit: Rita https://evil.example"), rita, token);

        assertThat(toRita()).anyMatch(body -> body.contains("We could not take over"));
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("in a way that can't be taken"));
    }

    private static Instant hour(int days) {
        return Instant.parse("2026-03-02T15:00:00Z").plus(Duration.ofDays(days)).plus(Duration.ofHours(count));
    }

    private String reporterMail(String text) {
        return rita.encrypted(desk, fields(rita.address().value(), "report"), text, true, now());
    }

    /** Each a second later: the same words signed in the same second are one signature. */
    private void order(Person member, String text) {
        home.clock.move(Duration.ofSeconds(1));
        String mail =
                member.encrypted(desk, fields(member.address().value(), "about"), caseId + "\n" + text, false, now());
        receive(mail, member, "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example");
    }

    private static void receive(String mail, Person envelopeSender, String recipient) {
        home.receive(envelopeSender.address().value(), recipient, mail);
    }

    private static String fields(String from, String subject) {
        return TestHome.fields(from, subject + " " + count + " " + System.nanoTime());
    }

    private static Instant now() {
        return home.clock.instant();
    }

    private String token() {
        return home.sentTo(rita.address().value()).stream()
                .map(mail ->
                        rita.read(mail.message(), desk, home.spools(), now()).body())
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private List<String> toRita() {
        return bodies(rita);
    }

    private static String transcript(Person member) {
        List<String> transcripts = bodies(member).stream()
                .filter(body -> body.startsWith("Done") || body.startsWith("Not done"))
                .toList();
        assertThat(transcripts).hasSize(1);
        return transcripts.get(0);
    }

    /** On one line, since a case id or a fingerprint moves the line ends. */
    private static List<String> bodies(Person reader) {
        return home.sentTo(reader.address().value()).stream()
                .map(mail -> reader.read(mail.message(), desk, home.spools(), now())
                        .body()
                        .replaceAll("\\s+", " "))
                .toList();
    }

    private static String caseOf(OutgoingMail mail) {
        try {
            Matcher matcher = CASE.matcher(new String(mail.message().bytes(), StandardCharsets.UTF_8));
            assertThat(matcher.find()).isTrue();
            return matcher.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
