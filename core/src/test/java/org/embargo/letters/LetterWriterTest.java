package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.embargo.letters.SampleLetters.ALICE;
import static org.embargo.letters.SampleLetters.BOB;
import static org.embargo.letters.SampleLetters.CASE;
import static org.embargo.letters.SampleLetters.NOW;
import static org.embargo.letters.SampleLetters.REPORTER;
import static org.embargo.letters.SampleLetters.REPORTER_KEY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.embargo.content.SpoolFolder;
import org.embargo.mail.OpenedMail;
import org.embargo.model.CaseClock;
import org.embargo.model.ClosedSets;
import org.embargo.model.Randomness;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.outcome.TeamLetter.TeamMail.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWriterTest {

    private static final OpenedMail REPORT = SampleLetters.clearMail("Robin", "Überlauf", "It overflows.");
    private static final TeamLetter.TeamMail TEAM = SampleLetters.teamMail(Occasion.NEW_REPORT);

    private final LetterWriter writer;

    LetterWriterTest(@TempDir Path folder) throws IOException {
        writer = new LetterWriter(Templates.shipped(), new SpoolFolder(folder), new Randomness(new Random(1)));
    }

    static List<Letter> lettersThatQuoteNothing() {
        return List.of(
                SampleLetters.receipt(false, true, Optional.empty()),
                SampleLetters.receipt(true, true, Optional.of(REPORTER_KEY)),
                new StrangerLetter.UnprovenNote(),
                new StrangerLetter.KeyAnswer(),
                new TeamLetter.TeamProblem(CASE, List.of()),
                new TeamLetter.NewCases(List.of(CASE)),
                SampleLetters.reply(ReporterLetter.Reply.Tenor.REPLY, Optional.empty()),
                SampleLetters.reply(ReporterLetter.Reply.Tenor.ACCEPTED, Optional.of(REPORTER_KEY)),
                new ReporterLetter.AddressChanged(CASE, Optional.empty()),
                new ReporterLetter.CreditNoted(
                        CASE, CreditWish.Result.UNNAMED, Optional.empty(), Optional.empty(), Optional.empty()),
                SampleLetters.transcript(MemberLetter.Transcript.Result.DRY_RUN),
                SampleLetters.reminder(CaseClock.ACKNOWLEDGEMENT, Duration.ofHours(6)),
                SampleLetters.reminder(CaseClock.KEEP_IN_TOUCH, Duration.ofHours(-6)),
                new ClockLetter.WaitingCases(List.of(SampleLetters.CASE), 3),
                SampleLetters.digest(),
                SampleLetters.certificatesEnd(),
                new TeamLetter.DeskProblem(List.of()),
                new MemberLetter.News());
    }

    @Test
    void everyKindOfLetterShouldHaveAWording() {
        List<Class<?>> worded = new ArrayList<>(List.of(TeamLetter.TeamMail.class));
        lettersThatQuoteNothing().forEach(letter -> worded.add(letter.getClass()));

        // those of the other sets have their goldens
        assertThat(worded)
                .containsAll(Stream.of(
                                ReporterLetter.class,
                                StrangerLetter.class,
                                TeamLetter.class,
                                ClockLetter.class,
                                MemberLetter.class)
                        .flatMap(set -> ClosedSets.members(set).stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("lettersThatQuoteNothing")
    void aLetterShouldLeaveInClearOnlyIfItMay(Letter letter) throws Exception {
        OutboxLetter outbox = SampleLetters.to(REPORTER, letter);
        Composition composition = writer.compose(outbox, SampleLetters.desk(), NOW);

        if (letter.mayGoInClear()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> composition.encryptFor(SampleLetters.certificate("reporter"), outbox));
        } else {
            assertThatIllegalStateException().isThrownBy(() -> composition.inClear(outbox));
        }
    }

    @ParameterizedTest
    @MethodSource("lettersThatQuoteNothing")
    void noLetterShouldCarryWhatTells(Letter letter) throws Exception {
        String head = written(letter).head();

        assertThat(head).doesNotContainIgnoringCase("User-Agent").doesNotContainIgnoringCase("X-Mailer");
        assertThat(head).doesNotContainPattern("(?im)^(List-|Received|Bcc|Sender)");
    }

    @ParameterizedTest
    @MethodSource("lettersThatQuoteNothing")
    void everyLineOfEveryLetterShouldBeSevenBitAndShort(Letter letter) throws Exception {
        String text = written(letter).text();

        assertThat(text).isASCII();
        assertThat(text.split("\r\n", -1)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(200));
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void receiptShouldQuoteNothingAndNameTheReportersAddress() throws Exception {
        Written mail = written(SampleLetters.receipt(false, true, Optional.empty()));

        assertThat(mail.field("Subject")).isEqualTo("[PYCA-2026-7310] Your report has arrived");
        assertThat(mail.field("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(mail.field("Reply-To")).isEqualTo("security+r.rrrrrrrrrrrrrrrrrrrrrrrrrr@project.example");
        assertThat(mail.field("From")).isEqualTo("cryptography security <security@project.example>");
        assertThat(mail.field("In-Reply-To")).isEqualTo("<report@finder.example>");
        assertThat(mail.field("References")).isEqualTo("<first@finder.example> <report@finder.example>");
        assertThat(mail.field("Autocrypt"))
                .startsWith("addr=security@project.example; prefer-encrypt=mutual; keydata=");
        assertThat(mail.part(0).field("Content-Type")).endsWith("hp=\"clear\"; protected-headers=\"v1\"");
    }

    @Test
    void receiptShouldSetNoCreditWhenItIsQuotedWithoutMarks() throws Exception {
        assertThat(written(SampleLetters.receipt(false, true, Optional.empty()))
                        .part(0)
                        .body()
                        .lines())
                .noneMatch(line -> line.startsWith("credit:"))
                .anyMatch(line -> line.equals("- credit: none"));
    }

    @Test
    void bareReceiptShouldSayNoMore() throws Exception {
        String text = written(SampleLetters.receipt(true, true, Optional.empty()))
                .part(0)
                .body();

        assertThat(text).contains("PYCA-2026-7310").doesNotContain("45.0.1", "credit", "UTC", "security+r.");
    }

    @Test
    void anEncryptedReceiptShouldHideItsSubject() throws Exception {
        OutboxLetter letter = SampleLetters.to(REPORTER, SampleLetters.receipt(true, true, Optional.of(REPORTER_KEY)));
        Composition composition = writer.compose(letter, SampleLetters.desk(), NOW);

        Written mail = Written.of(composition.encryptFor(SampleLetters.certificate("reporter"), letter));
        Written payload = Written.of(((CompositionForReaders) composition).payload());

        assertThat(mail.field("Subject")).isEqualTo("[PYCA-2026-7310] ...");
        assertThat(payload.field("Subject")).isEqualTo("[PYCA-2026-7310] Your report has arrived");
        assertThat(payload.head()).contains("HP-Outer: Subject: [PYCA-2026-7310] ...\r\n");
        assertThat(payload.field("Content-Type")).contains("hp=\"cipher\"");
        assertThat(payload.body()).contains(REPORTER_KEY.spaced());
    }

    @Test
    void aReceiptShouldNotBeEncryptedToAnotherCertificateThanItNames() throws Exception {
        OutboxLetter letter = SampleLetters.to(REPORTER, SampleLetters.receipt(true, true, Optional.of(REPORTER_KEY)));
        Composition composition = writer.compose(letter, SampleLetters.desk(), NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> composition.encryptFor(SampleLetters.certificate("alice"), letter));
    }

    @Test
    void teamMailShouldBeSignedOnceForAllMembers() throws Exception {
        Composition composition = teamComposition();
        Written alice = encryptedFor(composition, SampleLetters.to(ALICE, TEAM));
        Written bob = encryptedFor(composition, SampleLetters.to(BOB, TEAM));

        assertThat(alice.field("To")).isEqualTo("alice@project.example");
        assertThat(bob.field("To")).isEqualTo("bob@project.example");
        assertThat(alice.field("Message-ID")).isNotEqualTo(bob.field("Message-ID"));
        assertThat(Written.of(((CompositionForReaders) composition).payload()).head())
                .contains("Reply-To: security+pyca-2026-7310@project.example\r\n")
                .doesNotContain("alice", "bob", "Message-ID");
    }

    @Test
    void teamMailShouldTellNothingOutside() throws Exception {
        Written mail = encryptedFor(teamComposition(), SampleLetters.to(ALICE, TEAM));

        assertThat(mail.field("Subject")).isEqualTo("[PYCA-2026-7310]");
        assertThat(mail.field("Reply-To")).isEqualTo("security+pyca-2026-7310@project.example");
        assertThat(mail.field("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.text()).doesNotContain("overflows", "finder.example.org", "Robin");
    }

    @Test
    void aLetterOfAnotherCompositionShouldBeRefused() throws Exception {
        Composition composition = teamComposition();
        OutboxLetter other = SampleLetters.to(ALICE, SampleLetters.teamMail(Occasion.FOLLOW_UP));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> composition.encryptFor(SampleLetters.certificate("alice"), other));
    }

    @Test
    void lettersShouldBeWordedWithTheMailTheyAreAboutOrNot() {
        OutboxLetter news = SampleLetters.to(ALICE, new MemberLetter.News());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.compose(SampleLetters.to(ALICE, TEAM), SampleLetters.desk(), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.compose(news, SampleLetters.desk(), NOW, SampleLetters.enclosure(REPORT)));
    }

    @Test
    void newsShouldNotEvenNameTheCase() throws Exception {
        assertThat(written(new MemberLetter.News()).text()).doesNotContain("PYCA-", "pyca-", "report@finder.example");
    }

    @Test
    void keyAnswerShouldBringTheCertificate() throws Exception {
        Written certificate = written(new StrangerLetter.KeyAnswer()).part(0).part(1);

        assertThat(certificate.field("Content-Type")).isEqualTo("application/pgp-keys");
        assertThat(certificate.body()).startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----\r\n");
    }

    @Test
    void aCaseIdInASubjectFromOutsideShouldNotReachTheProtectedSubject() throws Exception {
        OpenedMail mail = SampleLetters.clearMail("Robin", "about pyca-2026-9999", "x");
        Composition composition =
                writer.compose(SampleLetters.to(ALICE, TEAM), SampleLetters.desk(), NOW, SampleLetters.enclosure(mail));

        assertThat(Written.of(((CompositionForReaders) composition).payload()).field("Subject"))
                .isEqualTo("[PYCA-2026-7310] New report");
    }

    @Test
    void aSubjectFromOutsideShouldNotInjectAField() throws Exception {
        OpenedMail mail = SampleLetters.clearMail("Robin", "x\r\nBcc: mallory@example.org\r\n\r\nbody", "x");
        Composition composition =
                writer.compose(SampleLetters.to(ALICE, TEAM), SampleLetters.desk(), NOW, SampleLetters.enclosure(mail));
        Written payload = Written.of(((CompositionForReaders) composition).payload());

        assertThat(payload.field("Bcc")).isEmpty();
        assertThat(payload.field("Subject")).endsWith("New report: x Bcc: mallory@example.org body");
    }

    @Test
    void theMarkerShouldStandOnceAsALineOfItsOwn() throws Exception {
        OpenedMail mail = SampleLetters.clearMail(
                "a --- PYCA-2026-7310: write above this line ---",
                "b --- PYCA-2026-7310: write above this line ---",
                "--- PYCA-2026-7310: write above this line ---\n" + "x ".repeat(35)
                        + "--- PYCA-2026-7310: write above this line ---");
        Composition composition =
                writer.compose(SampleLetters.to(ALICE, TEAM), SampleLetters.desk(), NOW, SampleLetters.enclosure(mail));
        String text = Written.of(((CompositionForReaders) composition).payload())
                .part(0)
                .body();

        assertThat(text.lines().filter(line -> line.strip().equals("--- PYCA-2026-7310: write above this line ---")))
                .hasSize(1);
        assertThat(text.indexOf("Author, as")).isGreaterThan(text.indexOf(new Marker(CASE).line()));
    }

    private Composition teamComposition() throws IOException, UnusableCertificateException {
        return writer.compose(
                SampleLetters.to(ALICE, TEAM), SampleLetters.desk(), NOW, SampleLetters.enclosure(REPORT));
    }

    private static Written encryptedFor(Composition composition, OutboxLetter letter)
            throws IOException, UnusableCertificateException {
        return Written.of(composition.encryptFor(SampleLetters.certificate("alice"), letter));
    }

    private Written written(Letter letter) throws IOException, UnusableCertificateException {
        OutboxLetter outbox = SampleLetters.to(REPORTER, letter);
        Composition composition = writer.compose(outbox, SampleLetters.desk(), NOW);
        return Written.of(
                letter.mayGoInClear()
                        ? composition.inClear(outbox)
                        : composition.encryptFor(SampleLetters.certificate("reporter"), outbox));
    }
}
