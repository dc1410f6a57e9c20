package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that is made, or happens, to draw out a secret, to go round for ever, or to hide a report. */
class HostileMailTest {

    private static final String RITA = "rita@reporter.example";
    private static final String ALICE = "alice@project.example";
    private static final String BOB = "bob@project.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern ARMORED =
            Pattern.compile("(?s)-----BEGIN PGP MESSAGE-----.*?-----END PGP MESSAGE-----");

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
    void letterThatAMemberForwardsBackShouldNotGoRound() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        OutgoingMail teamMail = home.sentTo(ALICE).get(0);
        home.sent.clear();

        home.receive(sender(teamMail), TestHome.DESK, text(teamMail));

        assertThat(home.sent).isEmpty();
    }

    @Test
    void reportOfAFormInTheDesksOwnNameShouldBeACase() {
        home.receive(
                "", TestHome.DESK, "Auto-Submitted: auto-generated\r\n" + plain(TestHome.DESK, "overflow", "text"));

        assertThat(home.sentTo(ALICE)).hasSize(1);
    }

    @Test
    void bounceOfTeamMailWithoutStructureShouldNotGoRound() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        OutgoingMail teamMail = home.sentTo(ALICE).get(0);
        home.sent.clear();

        home.receive("", sender(teamMail), plain("mailer-daemon@project.example", "failure notice", "no such user"));

        assertThat(home.sentTo(ALICE)).isEmpty();
        assertThat(home.sentTo(BOB)).hasSize(1);
    }

    @Test
    void absenceNoticeOfAMemberWithoutThreadShouldBeSetAside() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        OutgoingMail teamMail = home.sentTo(ALICE).get(0);
        home.sent.clear();

        home.receive(
                ALICE, sender(teamMail), "Auto-Submitted: auto-replied\r\n" + plain(ALICE, "away", "until Monday"));

        assertThat(home.sent).isEmpty();
    }

    @Test
    void certificateThatAManInTheMiddleEncryptsBesideTheReportShouldNotBeTaken() {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        Person mallory = Person.at("mallory@elsewhere.example", TestHome.START.minusSeconds(60));
        Certificate desk = home.deskCertificate();
        String report = armored(rita.encrypted(desk, "", "secret words", false, home.clock.instant()));
        String planted = armored(mallory.encrypted(desk, "", "", true, home.clock.instant()));

        home.receive(
                RITA,
                TestHome.DESK,
                TestHome.fields(RITA, "two")
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
                        + file("report.asc", report) + file("more.asc", planted) + "--m--\r\n");

        assertThat(readByAlice(home.sentTo(RITA).get(0)).encrypted()).isFalse();
    }

    @Test
    void certificateThatSignedInsideShouldBeTakenInASecondCaseToo() {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        Certificate desk = home.deskCertificate();
        for (String subject : List.of("one", "two")) {
            String fields = TestHome.fields(RITA, subject) + "Autocrypt: addr=" + RITA + "; keydata="
                    + Base64.getEncoder().encodeToString(rita.certificate().binary()) + "\r\n";
            home.receive(RITA, TestHome.DESK, rita.encrypted(desk, fields, subject, false, home.clock.instant()));
        }

        assertThat(home.sentTo(RITA)).hasSize(2).allSatisfy(receipt -> assertThat(
                        rita.read(receipt.message(), desk, home.spools(), home.clock.instant())
                                .encrypted())
                .isTrue());
    }

    @Test
    void receiptShouldNotTellWhoseCertificatesTheDeskKnows() {
        Person someone = Person.at("someone@elsewhere.example", TestHome.START.minusSeconds(60));
        String ofMember = home.alice.signed(TestHome.fields(RITA, "one"), "said in public", home.clock.instant());
        String ofNobody = someone.signed(TestHome.fields(RITA, "two"), "said in public", home.clock.instant());

        home.receive(RITA, TestHome.DESK, ofMember);
        home.receive(RITA, TestHome.DESK, ofNobody);

        assertThat(words(home.sentTo(RITA).get(0)))
                .doesNotContain(home.alice.certificate().fingerprint().spaced())
                .isEqualTo(words(home.sentTo(RITA).get(1)));
    }

    @Test
    void receiptThatWaitsShouldNotGoOnceItsCiphertextIsShared() {
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "receipt-delay = 1h\n");
        home.restart();
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        Certificate desk = home.deskCertificate();
        String original = rita.encrypted(desk, TestHome.fields(RITA, "one"), "words", true, home.clock.instant());
        String thief = "thief@elsewhere.example";

        home.receive(thief, TestHome.DESK, original.replace(RITA, thief));
        home.receive(RITA, TestHome.DESK, original);
        home.clock.move(Duration.ofHours(2));
        home.embargo().runDue();

        assertThat(home.sentTo(thief)).isEmpty();
        assertThat(home.sentTo(RITA)).isEmpty();
    }

    @Test
    void receiptThatTheRelayHasNotTakenYetShouldNotGoOnceItsCiphertextIsShared() {
        home.reporting = false;
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        Certificate desk = home.deskCertificate();
        String original = rita.encrypted(desk, TestHome.fields(RITA, "one"), "words", true, home.clock.instant());
        String thief = "thief@elsewhere.example";

        home.receive(thief, TestHome.DESK, original.replace(RITA, thief));
        assertThat(home.sentTo(thief)).hasSize(1);
        home.receive(RITA, TestHome.DESK, original);
        home.embargo().bounced(home.sentTo(thief).get(0).id(), "451");
        home.clock.move(Duration.ofMinutes(2));
        home.embargo().runDue();

        assertThat(home.sentTo(thief)).hasSize(1);
        assertThat(home.sentTo(RITA)).isEmpty();
    }

    @Test
    void cveInTheSubjectShouldNotHideTheCaseBehindIt() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String id = caseOf(home.sentTo(ALICE).get(0));

        home.receive(RITA, TestHome.DESK, plain(RITA, "CVE-2026-12345 is [" + id + "]", "more"));

        assertThat(readByAlice(home.sentTo(ALICE).get(1)).body()).contains("It may belong to " + id);
    }

    @Test
    void answerToAMailOfTheReporterShouldBeShownWithItsCase() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String id = caseOf(home.sentTo(ALICE).get(0));
        String first = TestHome.fields(RITA, "overflow")
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());

        home.receive(
                "colleague@reporter.example",
                TestHome.DESK,
                "In-Reply-To: " + first + "\r\n" + plain("colleague@reporter.example", "Re: overflow", "me too"));

        OutgoingMail second = home.sentTo(ALICE).get(1);
        assertThat(caseOf(second)).isNotEqualTo(id);
        assertThat(readByAlice(second).body()).contains(id);
    }

    @Test
    void otherTypeOfTheSameBytesShouldNotSwallowTheReport() {
        String report = TestHome.fields(RITA, "overflow") + "MIME-Version: 1.0\r\n";
        String body = "\r\nthe words\r\n";

        home.receive("", TestHome.DESK, report + "Content-Type: application/octet-stream\r\n" + body);
        home.receive(RITA, TestHome.DESK, report + "Content-Type: text/plain\r\n" + body);

        assertThat(home.sentTo(ALICE)).hasSize(2);
    }

    @Test
    void letterThatCanNotBeWrittenShouldBeToldToTheOthers() throws Exception {
        IntakeId id = home.accept(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        home.embargo().open(id).ifPresent(home.embargo()::takeIn);
        deleteSealed(id);

        for (int i = 0; i < 12; i++) {
            home.clock.move(Duration.ofMinutes(10));
            home.embargo().runDue();
        }

        assertThat(home.sentTo(BOB)).isNotEmpty();
    }

    @Test
    void bounceShouldBeToldToTheOnlyMember() {
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice), "receipt-delay = 0s\n");
        home.restart();
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        OutgoingMail teamMail = home.sentTo(ALICE).get(0);

        home.embargo().bounced(teamMail.id(), "550");
        home.embargo().runDue();
        home.embargo().bounced(home.sentTo(ALICE).get(1).id(), "550");
        home.embargo().runDue();

        assertThat(home.sentTo(ALICE)).hasSize(2);
    }

    @Test
    void waitingLetterOfADamagedCaseShouldNeitherLeaveNorKeepBackTheOthers() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String id = caseOf(home.sentTo(ALICE).get(0));
        order(id, "/hold");
        order(id, "/reply\nnot before the end of the hold\n/end");
        damage(id);
        home.sent.clear();

        home.clock.move(Duration.ofMinutes(2));
        home.receive(RITA, TestHome.DESK, plain(RITA, "another matter", "text"));

        assertThat(home.sentTo(ALICE)).isNotEmpty();
        assertThat(home.sentTo(RITA)).hasSize(1).noneMatch(mail -> text(mail).contains("not before"));
    }

    private void order(String caseId, String command) {
        home.clock.move(Duration.ofSeconds(1));
        String fields = TestHome.fields(ALICE, command.substring(0, 5));
        String mail = home.alice.encrypted(
                home.deskCertificate(), fields, caseId + "\n" + command, false, home.clock.instant());
        home.receive(ALICE, TestHome.DESK, mail);
    }

    @Test
    void mailToADamagedCaseShouldNotKeepBackTheOthers() throws Exception {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        String id = caseOf(home.sentTo(ALICE).get(0));
        damage(id);
        home.sent.clear();

        home.accept(RITA, TestHome.DESK, plain(RITA, "Re: [" + id + "]", "more"));
        home.clock.move(Duration.ofSeconds(1));
        home.accept(RITA, TestHome.DESK, plain(RITA, "another matter", "text"));
        home.clock.move(Duration.ofMinutes(1));
        home.embargo().runDue();

        assertThat(home.sentTo(ALICE)).hasSize(2);
        assertThat(home.sentTo(ALICE))
                .anySatisfy(mail -> assertThat(readByAlice(mail).body()).contains(id));
    }

    @Test
    void heldLetterShouldGoOnceItsKeyIsThereAfterAStart() throws Exception {
        IntakeId id = home.accept(RITA, TestHome.DESK, plain(RITA, "overflow", "text"));
        home.embargo().open(id).ifPresent(home.embargo()::takeIn);
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice), "receipt-delay = 0s\n");
        home.restart();
        home.embargo().runDue();
        assertThat(home.sentTo(BOB)).isEmpty();

        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "receipt-delay = 0s\n");
        home.restart();
        home.embargo().runDue();

        assertThat(home.sentTo(BOB)).hasSize(1);
    }

    private void damage(String caseId) throws SQLException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        try (Stream<Path> all = Files.walk(folder)) {
            Path service = all.filter(file -> file.endsWith("service.properties"))
                    .findFirst()
                    .orElseThrow();
            derby.setDatabaseName(String.valueOf(service.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE journal SET recorded = recorded + 1 WHERE case_id = '" + caseId + "'");
        }
    }

    private void deleteSealed(IntakeId id) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(file -> file.endsWith(id.value())).toList()) {
                Files.delete(file);
            }
        }
    }

    private OpenedMail readByAlice(OutgoingMail mail) {
        return home.alice.read(mail.message(), home.deskCertificate(), home.spools(), home.clock.instant());
    }

    /** The text of a letter in clear without what is drawn for each. */
    private String words(OutgoingMail mail) {
        return CASE.matcher(readByAlice(mail).body())
                .replaceAll("CASE")
                .replaceAll("security\\+r\\.\\w+", "security+r");
    }

    private static String sender(OutgoingMail mail) {
        return mail.envelopeSender().orElseThrow().value();
    }

    private static String caseOf(OutgoingMail mail) {
        Matcher matcher = CASE.matcher(text(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String armored(String mail) {
        Matcher matcher = ARMORED.matcher(mail);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static String file(String name, String content) {
        return "--m\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\n\r\n" + content + "\r\n";
    }

    private static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String from, String subject, String text) {
        return TestHome.fields(from, subject) + "\r\n" + text + "\r\n";
    }
}
