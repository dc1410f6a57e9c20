package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.letters.SampleLetters.NOW;
import static org.embargo.letters.SampleLetters.REPORTER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.content.SpoolFolder;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands outside and inside a letter to a recipient of the private list (contract, section 9). */
class NoticeLetterTest {

    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]+):");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"([^\"]+)\"");

    private final LetterWriter writer;

    NoticeLetterTest(@TempDir Path folder) throws IOException {
        writer = new LetterWriter(Templates.shipped(), new SpoolFolder(folder), Randomness.secure());
    }

    @Test
    void nothingThatTellsShouldStandOutside() throws Exception {
        for (NoticeLetter letter : List.of(
                SampleNotices.advanceNotice("text\n", 2),
                SampleNotices.dateMoved(Optional.empty()),
                SampleNotices.confirmationRequest())) {
            Written mail = mail(letter);

            assertThat(names(mail.head()))
                    .containsExactlyInAnyOrder(
                            "From",
                            "To",
                            "Date",
                            "Message-ID",
                            "Auto-Submitted",
                            "Reply-To",
                            "Subject",
                            "MIME-Version",
                            "Content-Type");
            assertThat(mail.field("Subject")).isEqualTo("[...]");
            assertThat(mail.field("To")).isEqualTo(REPORTER.value());
            assertThat(mail.field("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.field("Reply-To")).startsWith("security+n.");
            assertThat(mail.text()).doesNotContain("PYCA-").doesNotContain("-7310");
        }
    }

    @Test
    void subjectAndThreadShouldStandInside() throws Exception {
        Written payload = payload(SampleNotices.advanceNotice("text\n", 2));

        assertThat(payload.field("Subject"))
                .isEqualTo("TLP:AMBER+STRICT PYCA-2026-7310: update 2: Overflow in the parser");
        assertThat(payload.field("In-Reply-To")).isEqualTo("<report@finder.example>");
        assertThat(payload.field("Content-Type")).contains("hp=\"cipher\"");
        assertThat(payload.head()).contains("HP-Outer: Subject: [...]").doesNotContain("HP-Outer: In-Reply-To");
    }

    @Test
    void approvedTextShouldGoByteForByteButForItsGaps() throws Exception {
        String text =
                "  indented\n\nA line that is much longer than seventy-two columns, as whoever wrote it wanted it to"
                        + " be.\nPublic: " + Gap.HOUR.mark() + "\n";

        Written part = payload(SampleNotices.advanceNotice(text, 0)).part(0);

        assertThat(part.body())
                .isEqualTo(text.replace(Gap.HOUR.mark(), "Sun 2026-11-29 10:45 UTC")
                        .replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 9_000, 15_000, 16_000, 17_000, 40_000})
    void sizeShouldBeAWholeStep(int length) throws Exception {
        String text = ("x".repeat(70) + "\n").repeat(length / 71 + 1);

        Written payload = payload(SampleNotices.advanceNotice(text, 0));

        assertThat(payload.bytes().length % (16 * 1024)).isZero();
        assertThat(payload.bytes().length).isLessThan(length + 2 * 16 * 1024);
    }

    @Test
    void textsOfDifferentLengthShouldLookTheSameFromOutside() throws Exception {
        int shortOne = mail(SampleNotices.advanceNotice("short\n", 0)).text().length();
        int longer = mail(SampleNotices.advanceNotice("longer\n".repeat(1_000), 0))
                .text()
                .length();

        // a signature's numbers lose leading zeros: some octets, whatever is signed
        assertThat(longer - shortOne).isBetween(-16, 16);
    }

    @Test
    void calendarItemShouldTellDateAndCaseAlone() throws Exception {
        Written item = payload(SampleNotices.advanceNotice("text\n", 0)).part(1);

        assertThat(item.field("Content-Type")).isEqualTo("text/calendar; charset=utf-8; method=PUBLISH");
        assertThat(item.body())
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Embargo//Embargo//EN",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:" + "u".repeat(26),
                        "DTSTAMP:20261122T104500Z",
                        "DTSTART:20261129T104500Z",
                        "SEQUENCE:1",
                        "STATUS:CONFIRMED",
                        "SUMMARY:PYCA-2026-7310",
                        "CLASS:CONFIDENTIAL",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void dateThatIsTakenBackShouldCancelTheItem() throws Exception {
        Written item = payload(SampleNotices.dateMoved(Optional.empty())).part(1);

        assertThat(item.field("Content-Type")).endsWith("method=CANCEL");
        assertThat(item.body())
                .contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:" + "u".repeat(26))
                .doesNotContain("DTSTART");
    }

    @Test
    void boundariesShouldBeRandom() throws Exception {
        Set<String> boundaries = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            NoticeLetter letter = SampleNotices.advanceNotice("text\n", 0);
            boundaries.addAll(boundaries(mail(letter)));
            boundaries.addAll(boundaries(payload(letter)));
        }

        assertThat(boundaries).hasSize(10).allMatch(each -> each.matches("[a-z2-7]{26}"));
    }

    @Test
    void gpgShouldReadAndVerifyIt() throws Exception {
        Written mail = mail(SampleNotices.advanceNotice("the text\n", 0));

        try (Gpg gpg = new Gpg("desk.asc", "reporter.secret.asc")) {
            Gpg.Result result = gpg.run(mail.part(1).body().getBytes(StandardCharsets.US_ASCII), "--decrypt");

            assertThat(result.exit()).isZero();
            assertThat(result.status())
                    .contains("GOODSIG")
                    .contains("DECRYPTION_OKAY")
                    .contains("GOODMDC");
            assertThat(new Written(result.text()).part(0).body()).isEqualTo("the text\r\n");
            assertThat(result.status().split("ENC_TO ", -1)).hasSize(2);
        }
    }

    private Written mail(NoticeLetter letter) throws Exception {
        OutboxLetter outbox = SampleLetters.to(REPORTER, letter);
        return Written.of(writer.compose(outbox, SampleLetters.desk(), NOW)
                .encryptFor(SampleLetters.certificate("reporter"), outbox));
    }

    private Written payload(NoticeLetter letter) throws Exception {
        OutboxLetter outbox = SampleLetters.to(REPORTER, letter);
        return Written.of(((CompositionForReaders) writer.compose(outbox, SampleLetters.desk(), NOW)).payload());
    }

    private static List<String> names(String head) {
        return FIELD.matcher(head).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> boundaries(Written mail) {
        Set<String> found = new HashSet<>();
        Matcher matcher = BOUNDARY.matcher(mail.head());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
