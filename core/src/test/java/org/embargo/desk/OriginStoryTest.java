package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.origin.NameServer;
import org.embargo.origin.SigningDomain;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk does with what DKIM and SPF say. */
class OriginStoryTest {

    private static final String RITA = "rita@reporter.example";
    private static final String ALICE = "alice@project.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final SigningDomain REPORTER = SigningDomain.of("reporter.example");

    @TempDir
    Path folder;

    private final NameServer server = NameServer.start();
    private TestHome home;

    @BeforeEach
    void open() {
        REPORTER.publishedAt(server);
        home = TestHome.in(folder);
        home.ask(server);
    }

    @AfterEach
    void close() {
        home.close();
        server.close();
    }

    @Test
    void signatureOfTheAuthorsDomainShouldBringTheReceipt() {
        home.receive("bounces@sender.example", TestHome.DESK, REPORTER.sign(plain("overflow", "text")));

        assertThat(text(home.sentTo(RITA).get(0))).contains("security+r.").containsPattern(CASE);
    }

    @Test
    void signatureOfAnotherDomainShouldBringTheNoteAlone() {
        SigningDomain other = SigningDomain.of("sender.example").publishedAt(server);

        home.receive("bounces@sender.example", TestHome.DESK, other.sign(plain("overflow", "text")));

        assertThat(text(home.sentTo(RITA).get(0))).doesNotContain("security+r.").doesNotContainPattern(CASE);
    }

    @Test
    void answerThatQuotesALetterShouldJoinItsCaseWithTheSignatureOfTheAuthorsDomain() {
        home.receive(RITA, TestHome.DESK, plain("overflow", "text"));

        home.receive("bounces@sender.example", TestHome.DESK, REPORTER.sign(answerToTheReceipt()));

        List<OutgoingMail> toAlice = home.sentTo(ALICE);
        assertThat(caseOf(toAlice.get(1))).isEqualTo(caseOf(toAlice.get(0)));
        assertThat(home.sentTo(RITA)).hasSize(1);
    }

    @Test
    void forgedEnvelopeShouldNotJoinACase() {
        home.receive(RITA, TestHome.DESK, plain("overflow", "text"));

        home.receive(RITA, TestHome.DESK, answerToTheReceipt());

        assertThatItIsACaseOfItsOwnWithAHint();
    }

    @Test
    void brokenSignatureShouldNotJoinACase() {
        home.receive(RITA, TestHome.DESK, plain("overflow", "text"));

        home.receive(RITA, TestHome.DESK, REPORTER.sign(answerToTheReceipt()).replace("more words", "credit: Eve"));

        assertThatItIsACaseOfItsOwnWithAHint();
    }

    @Test
    void answerThatCannotBeCheckedShouldBeACaseOfItsOwn() {
        home.receive(RITA, TestHome.DESK, plain("overflow", "text"));
        server.failing();

        home.receive(RITA, TestHome.DESK, REPORTER.sign(answerToTheReceipt()));

        assertThatItIsACaseOfItsOwnWithAHint();
        assertThat(read(home.sentTo(ALICE).get(1))).contains("the name servers gave no answer");
    }

    @Test
    void teamShouldBeToldWhatTheDomainSays() {
        home.receive(RITA, TestHome.DESK, REPORTER.sign(plain("one", "text")));
        home.receive(RITA, TestHome.DESK, plain("two", "text"));

        assertThat(read(home.sentTo(ALICE).get(0)))
                .contains("DKIM: signed by reporter.example, which proves the domain of its author.")
                .contains("SPF: not checked, a host of our own handed it on.");
        assertThat(read(home.sentTo(ALICE).get(1))).contains("DKIM: not signed.");
    }

    @Test
    void signedReportShouldBeToldSinglyOverTheLimit() {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\ncases-per-hour = 1\n");
        home.restart();
        home.receive(RITA, TestHome.DESK, plain("one", "text"));
        home.receive(RITA, TestHome.DESK, plain("two", "text"));
        assertThat(home.sentTo(ALICE)).hasSize(1);

        home.receive(RITA, TestHome.DESK, REPORTER.sign(plain("three", "text")));

        assertThat(home.sentTo(ALICE)).hasSize(2);
    }

    @Test
    void lettersShouldBeSignedForTheDesksDomain() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String pem = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Path key = folder.resolve("secrets/dkim.pem");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
        Files.writeString(
                folder.resolve("conf/embargo.properties"),
                "desk.example.dkim.key.file = secrets/dkim.pem\n",
                StandardOpenOption.APPEND);
        home.restart();

        home.receive(RITA, TestHome.DESK, plain("overflow", "text"));

        assertThat(home.sent).isNotEmpty().allSatisfy(letter -> assertThat(text(letter))
                .startsWith("DKIM-Signature:")
                .contains("d=project.example"));
        assertThat(read(home.sentTo(ALICE).get(0))).contains("> text");
    }

    private void assertThatItIsACaseOfItsOwnWithAHint() {
        List<OutgoingMail> toAlice = home.sentTo(ALICE);
        assertThat(toAlice).hasSize(2);
        assertThat(caseOf(toAlice.get(1))).isNotEqualTo(caseOf(toAlice.get(0)));
        assertThat(read(toAlice.get(1))).contains("It may belong to " + caseOf(toAlice.get(0)));
    }

    private String answerToTheReceipt() {
        Matcher id = Pattern.compile("(?im)^Message-ID: (<\\S+>)")
                .matcher(text(home.sentTo(RITA).get(0)));
        assertThat(id.find()).isTrue();
        return "In-Reply-To: " + id.group(1) + "\r\n" + plain("Re: receipt", "more words");
    }

    private static String plain(String subject, String text) {
        return TestHome.fields(RITA, subject) + "\r\n" + text + "\r\n";
    }

    private String read(OutgoingMail mail) {
        return home.alice
                .read(mail.message(), home.deskCertificate(), home.spools(), home.clock.instant())
                .body()
                .replaceAll("\\s+", " ");
    }

    private static String caseOf(OutgoingMail mail) {
        Matcher found = CASE.matcher(text(mail));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String text(OutgoingMail mail) {
        try (InputStream in = mail.message().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
