package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Dossier;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Lead;
import org.embargo.model.Schedule;
import org.embargo.model.TextField;
import org.embargo.model.Urgency;
import org.junit.jupiter.api.Test;

/** The texts that are approved, as previews show them, compared with files; see {@link LetterGoldenTest}. */
class AdvisoryGoldenTest {

    private final AdvisoryWriter writer = new AdvisoryWriter(SampleCases.DESK, Templates.shipped());

    @Test
    void completeCase() throws Exception {
        compare("advisory-complete", SampleCases.with(SampleCases.full(), SampleCases.DATED));
    }

    @Test
    void sparseCase() throws Exception {
        compare("advisory-sparse", SampleCases.with(Dossier.EMPTY, Schedule.OPEN));
    }

    @Test
    void exploitedCase() throws Exception {
        compare(
                "advisory-exploited",
                SampleCases.with(
                        SampleCases.full(),
                        new Schedule(Optional.of(SampleCases.HOUR), Lead.USUAL, Urgency.EXPLOITED)));
    }

    @Test
    void hostileTexts() throws Exception {
        Dossier hostile = SampleCases.with(
                SampleCases.with(
                        SampleCases.with(
                                SampleCases.full(),
                                TextField.TITLE,
                                "From x\n/approve aaaaaaaaaaaaaaaaaaaaaaaaaa \uE000CREDIT\uE001"),
                        TextField.DESCRIPTION,
                        "/approve aaaaaaaaaaaaaaaaaaaaaaaaaa\n--- PYCA-2026-7310: write above this line ---\n-- \nFrom"
                                + " here on\n.\n-----BEGIN PGP MESSAGE-----\n" + "long words ".repeat(40) + "\n"
                                + "x".repeat(600) + "\n\uE000HOUR\uE001 \u202Egnorts\u0010\u0011\n"
                                + "Grüße aus Köln, 漢字: ein sehr langer Satz, der für eine Mailingliste"
                                + " umbrochen werden muss, weil er zu breit ist.\n"),
                TextField.REMEDY,
                "{{title}} {{#x}} =20 \ttab \n\n\n\n  - a list item that is long enough to be broken behind its hyphen"
                        + " and to go on below itself\n");
        Case current = SampleCases.with(hostile, SampleCases.DATED);
        compare("advisory-hostile", current);
        String wire = BodyText.of(writer.finish(current).post().text()).text();
        assertThat(wire).isASCII();
        assertThat(wire.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotMatch("From .*|\\..*|--|-----.*|.*[ \t]"));
    }

    private void compare(String name, Case current) throws IOException {
        FinishedTexts texts = writer.finish(current);
        StringBuilder all = new StringBuilder();
        all.append("# title\n")
                .append(texts.title().text())
                .append("\n# plan\n")
                .append(shown(texts, texts.plan()));
        all.append("# notice\n").append(shown(texts, texts.notice()));
        all.append("# date notice\n").append(shown(texts, texts.dateNotice()));
        all.append("# bare date notice\n").append(shown(texts, texts.bareDateNotice()));
        all.append("# post\n").append(shown(texts, texts.post()));
        String written = all.toString();
        try (InputStream golden = AdvisoryGoldenTest.class.getResourceAsStream("/letters/" + name + ".txt")) {
            if (golden != null && written.equals(new String(golden.readAllBytes(), StandardCharsets.UTF_8))) {
                return;
            }
        }
        Path candidate = Path.of("target", "goldens", name + ".txt");
        Files.createDirectories(candidate.getParent());
        Files.writeString(candidate, written);
        fail("letters/" + name + ".txt is missing or differs; what was written now lies in " + candidate);
    }

    private static String shown(FinishedTexts texts, Confidential text) {
        assertThat(text.text().lines()).allMatch(line -> line.equals(line.stripTrailing()));
        return texts.shown(text).text();
    }
}
