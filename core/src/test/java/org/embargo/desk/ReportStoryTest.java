package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.SignatureState;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to mail at a desk, from the sealed file to the letters that leave, on a real database and real keys. */
class ReportStoryTest {

    private static final String RITA = "rita@reporter.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern TOKEN_ADDRESS = Pattern.compile("security\\+r\\.[a-z2-7]{26}@project\\.example");

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void start() {
        home = TestHome.in(folder);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void plainReportShouldReachTheWholeTeamEncryptedAndBeAnswered() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "planted words"));

        assertThat(home.sentTo(RITA)).hasSize(1);
        OpenedMail toAlice = toAlice();
        assertThat(toAlice.encrypted()).isTrue();
        assertThat(toAlice.signature()).contains(SignatureState.GOOD);
        assertThat(toAlice.inner().subject().text()).contains("overflow");
        assertThat(toAlice.outer().subject().text()).doesNotContain("overflow").containsPattern(CASE);
        assertThat(toAlice.body()).contains("> planted words");
        assertThat(home.sentTo("bob@project.example")).hasSize(1);
        assertThat(text(home.sentTo(RITA).get(0))).doesNotContain("planted").doesNotContain("overflow");
    }

    @Test
    void receiptForASignedAndEncryptedReportShouldBeEncryptedToItsAuthor() throws Exception {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        Certificate desk = home.deskCertificate();

        home.receive(RITA, TestHome.DESK, encrypted(rita, desk, "one", true));

        OutgoingMail receipt = home.sentTo(RITA).get(0);
        OpenedMail opened = rita.read(receipt.message(), desk, home.spools(), home.clock.instant());
        assertThat(opened.encrypted()).isTrue();
        assertThat(opened.signature()).contains(SignatureState.GOOD);
        assertThat(opened.body()).containsPattern(CASE);
        assertThat(text(receipt)).containsPattern(TOKEN_ADDRESS);
    }

    @Test
    void encryptedReportWithoutCertificateShouldGetNoMoreThanABareReceipt() throws Exception {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));

        home.receive(RITA, TestHome.DESK, encrypted(rita, home.deskCertificate(), "one", false));

        OpenedMail receipt = readByAnyone(home.sentTo(RITA).get(0));
        assertThat(receipt.encrypted()).isFalse();
        assertThat(receipt.body()).containsPattern(CASE).doesNotContain("credit");
    }

    @Test
    void sameMailTwiceShouldHaveOneEffect() {
        String mail = plain(RITA, "overflow", "text");

        home.receive(RITA, TestHome.DESK, "Received: from a by b; Mon, 2 Mar 2026 10:00:01 +0000\r\n" + mail);
        home.receive(RITA, TestHome.DESK, "Received: from c by d; Mon, 2 Mar 2026 10:00:09 +0000\r\n" + mail);

        assertThat(home.sentTo(RITA)).hasSize(1);
        assertThat(home.sentTo("alice@project.example")).hasSize(1);
    }

    @Test
    void otherMailThatReusesAMessageIdShouldNotBeSwallowed() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "another text"));

        assertThat(home.sentTo("alice@project.example")).hasSize(2);
    }

    @Test
    void nullSenderShouldMakeACaseAndGetNoAnswer() {
        home.receive("", TestHome.DESK, plain(RITA, "overflow", "text"));

        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(home.sentTo("alice@project.example")).hasSize(1);
    }

    @Test
    void unprovenAuthorShouldGetANoteWithoutTokenOnceADay() throws Exception {
        home.receive("other@elsewhere.example", TestHome.DESK, plain(RITA, "one", "text"));
        home.receive("other@elsewhere.example", TestHome.DESK, plain(RITA, "two", "text"));

        assertThat(home.sentTo(RITA)).hasSize(1);
        assertThat(text(home.sentTo(RITA).get(0))).doesNotContain("security+r.").doesNotContainPattern(CASE);
        assertThat(home.sentTo("alice@project.example")).hasSize(2);

        home.clock.move(Duration.ofDays(1).plusSeconds(1));
        home.receive("other@elsewhere.example", TestHome.DESK, plain(RITA, "three", "text"));
        assertThat(home.sentTo(RITA)).hasSize(2);
    }

    @Test
    void receiptsShouldBeLimitedAndReportsFiledAllTheSame() {
        for (int i = 0; i < 7; i++) {
            home.receive(RITA, TestHome.DESK, plain(RITA, "number " + i, "text"));
        }

        assertThat(home.sentTo(RITA)).hasSize(5);
        assertThat(home.sentTo("alice@project.example")).hasSize(7);
    }

    @Test
    void mailToTheTokenShouldJoinTheCase() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String token = tokenAddress();

        home.receive(RITA, token, plain(RITA, "more", "further words"));

        assertThat(home.sentTo(RITA)).hasSize(1);
        List<OutgoingMail> toAlice = home.sentTo("alice@project.example");
        assertThat(toAlice).hasSize(2);
        assertThat(caseOf(toAlice.get(1))).isEqualTo(caseOf(toAlice.get(0)));
        assertThat(readByAlice(toAlice.get(1)).body()).contains("> further words");
    }

    @Test
    void strangerWithTheTokenShouldBeMarkedAndLearnNothing() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String token = tokenAddress();

        home.receive("eve@elsewhere.example", token, plain("eve@elsewhere.example", "hello", "who are you"));

        assertThat(home.sentTo("eve@elsewhere.example")).isEmpty();
        assertThat(home.sentTo("alice@project.example")).hasSize(2);
    }

    @Test
    void stolenCiphertextShouldBeMarkedAndItsThiefNotAnswered() throws Exception {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        String original = encrypted(rita, home.deskCertificate(), "one", true);
        home.receive(RITA, TestHome.DESK, original);
        String first = caseOf(home.sentTo("alice@project.example").get(0));

        String stolen = original.replace(RITA, "thief@elsewhere.example").replace("Subject: one", "Subject: two");
        home.receive("thief@elsewhere.example", TestHome.DESK, stolen);

        assertThat(home.sentTo("thief@elsewhere.example")).isEmpty();
        List<OutgoingMail> toAlice = home.sentTo("alice@project.example");
        assertThat(toAlice).hasSize(2);
        assertThat(readByAlice(toAlice.get(1)).body()).contains(first);
    }

    @Test
    void mailInAMembersNameToACaseShouldBeKeptShownAndNotAnswered() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String caseAddress = "security+"
                + caseOf(home.sentTo("alice@project.example").get(0)).toLowerCase(java.util.Locale.ROOT)
                + "@project.example";
        home.sent.clear();

        home.receive("bob@project.example", caseAddress, plain("bob@project.example", "Re", "a note"));

        assertThat(home.sent).hasSize(2);
        assertThat(readByAlice(home.sentTo("alice@project.example").get(0)).body())
                .contains("> a note");
    }

    @Test
    void undecryptableReportShouldStillBeACase() throws Exception {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));

        home.receive(RITA, TestHome.DESK, encrypted(rita, rita.certificate(), "one", true));

        assertThat(home.sentTo("alice@project.example")).hasSize(1);
        assertThat(readByAnyone(home.sentTo(RITA).get(0)).body()).containsPattern(CASE);
    }

    @Test
    void absenceNoticeInAKnownThreadShouldBeSetAside() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String messageId = messageId(home.sentTo(RITA).get(0));
        home.sent.clear();

        home.receive(
                "",
                TestHome.DESK,
                "Auto-Submitted: auto-replied\r\nIn-Reply-To: " + messageId + "\r\n"
                        + plain(RITA, "I am away", "until Monday"));

        assertThat(home.sent).isEmpty();
    }

    @Test
    void ownLetterThatComesBackShouldMakeNoCase() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String toAlice = text(home.sentTo("alice@project.example").get(0));
        home.sent.clear();

        home.receive("alice@project.example", TestHome.DESK, toAlice);

        assertThat(home.sent).isEmpty();
    }

    @Test
    void damagedSealedFileShouldBeToldToTheTeam() throws Exception {
        IntakeId id = home.accept(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        Path file = folder.resolve("intake").resolve(id.value());
        byte[] torn = java.util.Arrays.copyOf(Files.readAllBytes(file), 100);
        Files.write(file, torn);

        home.clock.move(Duration.ofMinutes(1));
        home.embargo().runDue();

        assertThat(readByAlice(home.sentTo("alice@project.example").get(0)).body())
                .contains(id.value())
                .contains("quarantine");
    }

    @Test
    void plantedAutomaticCopyShouldNotSwallowTheMailItself() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String letter = messageId(home.sentTo(RITA).get(0));
        String token = tokenAddress();
        String mail = "In-Reply-To: " + letter + "\r\n" + plain(RITA, "Re: receipt", "the exploit works");
        home.sent.clear();

        home.receive("", token, "Auto-Submitted: auto-replied\r\n" + mail);
        home.receive(RITA, token, mail);

        assertThat(home.sentTo("alice@project.example")).hasSize(1);
    }

    @Test
    void filesSentToTheKeyAddressShouldMakeAReport() {
        home.receive(
                RITA,
                "security+key@project.example",
                TestHome.fields(RITA, "found something")
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nsee file\r\n"
                        + "--b\r\nContent-Type: text/x-python\r\nContent-Disposition: attachment; filename=poc.py\r\n\r\n"
                        + "print()\r\n--b--\r\n");

        assertThat(home.sentTo("alice@project.example")).hasSize(1);
    }

    @Test
    void bounceOfAReceiptShouldBeShownToTheTeam() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String bounceAddress =
                home.sentTo(RITA).get(0).envelopeSender().orElseThrow().value();
        home.sent.clear();

        home.receive("", bounceAddress, deliveryReport("failed"));
        home.receive("", bounceAddress, deliveryReport("failed").replace("Mail Delivery", "Mail  Delivery"));

        assertThat(home.sentTo("alice@project.example")).hasSize(1);
        assertThat(readByAlice(home.sentTo("alice@project.example").get(0)).body())
                .contains("5.1.1");
    }

    @Test
    void delayedDeliveryShouldBeNoFailure() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String bounceAddress =
                home.sentTo(RITA).get(0).envelopeSender().orElseThrow().value();
        home.sent.clear();

        home.receive("", bounceAddress, deliveryReport("delayed"));

        assertThat(home.sent).isEmpty();
    }

    @Test
    void whatIsNoBounceAtABounceAddressShouldBeAReport() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String bounceAddress =
                home.sentTo(RITA).get(0).envelopeSender().orElseThrow().value();
        home.sent.clear();

        home.receive("eve@elsewhere.example", bounceAddress, plain("eve@elsewhere.example", "hello", "text"));

        assertThat(home.sentTo("alice@project.example")).hasSize(1);
        assertThat(home.sentTo("eve@elsewhere.example")).hasSize(1);
    }

    @Test
    void mailThatNobodyTookInShouldBeTakenUpByTheSweep() {
        home.accept(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));

        home.embargo().runDue();
        assertThat(home.sent).isEmpty();
        home.clock.move(Duration.ofMinutes(1));
        home.embargo().runDue();

        assertThat(home.sentTo("alice@project.example")).hasSize(1);
    }

    @Test
    void mailLeftByACrashShouldBeTakenUpAtStartInOrder() throws Exception {
        home.accept(RITA, TestHome.DESK, plain(RITA, "first", "text"));
        home.clock.move(Duration.ofMillis(5));
        home.accept(RITA, TestHome.DESK, plain(RITA, "second", "text"));
        home.clock.move(Duration.ofMillis(5));

        home.clock.go(Duration.ofMillis(1));
        home.restart();
        home.embargo().runDue();

        List<OutgoingMail> toAlice = home.sentTo("alice@project.example");
        assertThat(readByAlice(toAlice.get(0)).inner().subject().text()).contains("first");
        assertThat(readByAlice(toAlice.get(1)).inner().subject().text()).contains("second");
    }

    private OpenedMail toAlice() {
        return readByAlice(home.sentTo("alice@project.example").get(0));
    }

    private OpenedMail readByAlice(OutgoingMail mail) {
        return home.alice.read(mail.message(), deskCertificate(), home.spools(), home.clock.instant());
    }

    private OpenedMail readByAnyone(OutgoingMail mail) {
        return readByAlice(mail);
    }

    private Certificate deskCertificate() {
        return home.deskCertificate();
    }

    private static String messageId(OutgoingMail mail) {
        return text(mail)
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring("Message-ID: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private String tokenAddress() {
        Matcher matcher = TOKEN_ADDRESS.matcher(text(home.sentTo(RITA).get(0)));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String caseOf(OutgoingMail mail) {
        Matcher matcher = CASE.matcher(text(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String encrypted(Person author, Certificate desk, String subject, boolean withCertificate) {
        return author.encrypted(
                desk,
                TestHome.fields(author.address().value(), subject),
                "secret words",
                withCertificate,
                home.clock.instant());
    }

    private static String plain(String from, String subject, String text) {
        return TestHome.fields(from, subject) + "\r\n" + text + "\r\n";
    }

    private static String deliveryReport(String action) {
        return "From: Mail Delivery <mailer-daemon@reporter.example>\r\nTo: " + TestHome.DESK
                + "\r\nSubject: Undelivered\r\nDate: Mon, 2 Mar 2026 10:01:00 +0000\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nIt did not work.\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.reporter.example\r\n\r\n"
                + "Final-Recipient: rfc822; rita@reporter.example\r\nAction: " + action + "\r\nStatus: 5.1.1\r\n\r\n"
                + "--b--\r\n";
    }
}
