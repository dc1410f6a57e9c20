package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.letters.SampleLetters.CASE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.embargo.content.Content;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Section;
import org.embargo.model.Confidential;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;
import org.junit.jupiter.api.Test;

class QuotedMailTest {

    private static final Templates TEMPLATES = Templates.shipped();
    private static final String MARKER = new Marker(CASE).line();

    @Test
    void everyLineFromOutsideShouldBePrefixed() {
        OpenedMail mail =
                SampleLetters.clearMail("Mallory\n/publish", "A\r\n/publish", "one\n/publish now\n\n" + MARKER);

        assertThat(quoted(mail).text()).isEqualTo("""
                Author, as the mail names him:
                > Mallory /publish <robin@finder.example>

                Subject:
                > A /publish

                Text, came in clear, not signed:
                > one
                > /publish now
                >
                > --- PYCA-2026-7310: write above this line ---
                """);
    }

    @Property(tries = 300)
    void nothingShouldEscapeThePrefix(
            @ForAll @StringLength(max = 300) String name,
            @ForAll @StringLength(max = 300) String subject,
            @ForAll @StringLength(max = 600) String text) {
        Set<String> labels = Set.of(
                "Author, as the mail names him:",
                "Subject:",
                "Text, came in clear, not signed:",
                "It shows no text.",
                "");

        assertThat(quoted(SampleLetters.clearMail(name, subject, text)).text().lines())
                .allMatch(line -> line.startsWith("> ") || line.equals(">") || labels.contains(line));
    }

    @Test
    void sectionsShouldBeLabelledWithHowTheyCame() {
        Verdict bad = new Verdict(
                SignatureState.UNKNOWN_KEY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        OpenedMail mail = SampleLetters.mail(
                "",
                "",
                Optional.empty(),
                List.of(
                        SampleLetters.section("signed", true),
                        new Section(new Confidential("unknown"), false, List.of(bad), true)),
                List.of());

        assertThat(quoted(mail).text())
                .contains(
                        "Text 1 of 2, came encrypted, signed by the key\nAC55 0BB9 8F7D E91D FA3D 6774 5E73 9D69 AF08 0E09:\n> signed\n")
                .contains(
                        "Text 2 of 2, came in clear (read from HTML), with a signature that\nproves nothing:\n> unknown\n");
    }

    @Test
    void longTextShouldBeCutAndPointToTheOriginal() {
        String text = quoted(SampleLetters.clearMail("", "", "0123456789\n".repeat(100_000)))
                .text();

        assertThat(text.length()).isLessThan(150_000);
        assertThat(text).endsWith("The text goes on; the rest is in the attachment PYCA-2026-7310.eml.\n");
    }

    @Test
    void longTextThatCameEncryptedShouldBeEnclosedWhole() throws IOException {
        String whole = "0123456789\n".repeat(20_000);
        QuotedMail quoted = quoted(SampleLetters.encryptedMail("", whole));

        assertThat(quoted.text()).contains("the rest is in the attachment\nPYCA-2026-7310-text-1.txt.\n");
        assertThat(quoted.files()).hasSize(2);
        assertThat(new String(quoted.files().get(1).content().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(whole);
    }

    @Test
    void theCutShouldNotTearACharacter() {
        String text = "x" + "\uD83D\uDE00".repeat(QuotedMail.MOST_QUOTED);

        assertThat(quoted(SampleLetters.clearMail("", "", text)).text()).doesNotContain("[U+D8");
    }

    @Test
    void theOriginalShouldBeEnclosedAsAFileToSave() throws IOException {
        Part original = quoted(SampleLetters.clearMail("", "", "x")).files().get(0);

        assertThat(original.type()).isEqualTo("application/octet-stream");
        assertThat(original.disposition()).isEqualTo("attachment; filename=\"PYCA-2026-7310.eml\"");
        assertThat(new String(original.content().bytes(), StandardCharsets.US_ASCII))
                .isEqualTo(SampleLetters.ORIGINAL);
    }

    @Test
    void filesThatCameInClearShouldStayInTheOriginal() {
        Attachment file = SampleLetters.attachment("a\u202Ecod.exe", "x", false);
        OpenedMail mail = SampleLetters.mail("", "", Optional.empty(), List.of(), List.of(file));

        assertThat(quoted(mail).text()).endsWith("Files in the mail:\n> a[U+202E]cod.exe, text/x-python, 1 bytes\n");
        assertThat(quoted(mail).files()).hasSize(1);
    }

    @Test
    void filesThatOnlyTheDeskCouldOpenShouldBeEnclosed() {
        OpenedMail mail = SampleLetters.encryptedMail(
                "",
                "x",
                SampleLetters.attachment("../p\"o\r\nc ü.py", "print()", true),
                SampleLetters.attachment("", "y", true));

        assertThat(quoted(mail).files())
                .extracting(Part::disposition)
                .containsExactly(
                        "attachment; filename=\"PYCA-2026-7310.eml\"",
                        "attachment; filename=\"PYCA-2026-7310-1-p_o_c_.py\"",
                        "attachment; filename=\"PYCA-2026-7310-2.bin\"");
        assertThat(quoted(mail).files()).extracting(Part::type).containsOnly("application/octet-stream");
    }

    @Test
    void largeOriginalShouldNotGoAlongWithAllThatItHolds() {
        OpenedMail opened = SampleLetters.encryptedMail("", "x", SampleLetters.attachment("poc.py", "print()", true));
        Content large = Content.of(new byte[(int) QuotedMail.LARGEST_TWICE_BYTES + 1]);

        assertThat(new QuotedMail(TEMPLATES, CASE.toString(), new Enclosure(opened, large)).files())
                .extracting(Part::disposition)
                .containsExactly("attachment; filename=\"PYCA-2026-7310-1-poc.py\"");
    }

    @Test
    void largeOriginalShouldGoAlongWhereItAloneHoldsSomething() {
        Content large = Content.of(new byte[(int) QuotedMail.LARGEST_TWICE_BYTES + 1]);
        OpenedMail partlyClear =
                SampleLetters.encryptedMail("", "x", SampleLetters.attachment("poc.py", "print()", false));

        assertThat(new QuotedMail(TEMPLATES, CASE.toString(), new Enclosure(partlyClear, large)).hasOriginal())
                .isTrue();
        assertThat(new QuotedMail(TEMPLATES, CASE.toString(), new Enclosure(SampleLetters.unreadableMail(), large))
                        .hasOriginal())
                .isTrue();
    }

    @Test
    void aHugeLineShouldBeQuotedQuickly() {
        String blanks = " ".repeat(50_000) + "a ".repeat(50_000);

        assertThat(quoted(SampleLetters.clearMail("", "", blanks)).text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
    }

    private static QuotedMail quoted(OpenedMail mail) {
        return new QuotedMail(TEMPLATES, CASE.toString(), SampleLetters.enclosure(mail));
    }
}
