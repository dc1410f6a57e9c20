package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SignatureState;
import org.embargo.process.words.Command;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

    private final Path folder;

    TemplatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aMissingFolderShouldMeanTheShippedTexts() throws IOException, TemplateException {
        assertThat(Templates.load(folder.resolve("none")).word(LetterText.NEWS, LetterText.NEWS.sample()))
                .isEqualTo(Templates.shipped().word(LetterText.NEWS, LetterText.NEWS.sample()));
    }

    @Test
    void anOperatorsTextShouldReplaceTheShippedOneAndKeepItsSubject() throws IOException, TemplateException {
        write("news.txt", "See {{desk}}.\n");

        Wording wording = Templates.load(folder).word(LetterText.NEWS, Map.of("desk", "d", "project", "p"));

        assertThat(wording.body()).isEqualTo("See d.\n");
        assertThat(wording.subject()).isEqualTo("News from the security desk of p");
    }

    @Test
    void anOperatorsSubjectShouldReplaceTheShippedOne() throws IOException, TemplateException {
        write("news.txt", "Subject: Neues von {{project}}\n\nText\n");

        Wording wording = Templates.load(folder).word(LetterText.NEWS, Map.of("project", "p"));

        assertThat(wording).isEqualTo(new Wording("Neues von p", "Text\n"));
    }

    @Test
    void valuesShouldBeInert() {
        Map<String, Object> values = Map.of("project", "{{desk}} <b>&amp; {{#x}}", "desk", "d", "fingerprint", "f");

        assertThat(Templates.shipped().word(LetterText.NEWS, values).subject()).endsWith("of {{desk}} <b>&amp; {{#x}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receipt.txt | Your case {{caes}}.                  | receipt.txt: {{caes}} is unknown here; allowed are:",
                "receipt.txt | {{#signed}}x{{/signed}}              | receipt.txt: {{signed}} is unknown here",
                "receipt.txt | {{#signed-by}}x                      | receipt.txt: ",
                "receipt.txt | {{/signed-by}}x                      | receipt.txt: ",
                "receipt.txt | {{version}}                          | receipt.txt: ",
                "receipt.txt | {{versions}}                         | {{versions}} is unknown here",
                "receipt.txt | {{case.class.name}}                  | {{case.class.name}} is unknown here",
                "receipt.txt | {{>news}}                            | {{>news}} would include another file",
                "receipt.txt | Subject: {{titel}}                   | {{titel}} is unknown here",
                "reciept.txt | Thanks.                              | reciept.txt: no such letter; allowed are: receipt.txt",
                "findings.txt| WROTE: by {{from}}                   | findings.txt, WROTE: {{from}} is unknown here",
                "findings.txt| WROTTEN: by {{1}}                    | findings.txt: WROTTEN is unknown here; allowed are:",
                "findings.txt| nonsense                             | findings.txt: a line is neither of the form",
                "help.txt    | 'REPLY: x\nREPLY: y'                | help.txt: REPLY stands there twice",
                "labels.txt  | TEXTS: x                             | labels.txt: TEXTS is unknown here",
            })
    void mistakesShouldBeToldWithTheirFile(String file, String text, String told) throws IOException {
        write(file, text);

        assertThatThrownBy(() -> Templates.load(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(told);
    }

    @Test
    void allMistakesShouldBeToldTogether() throws IOException {
        write("news.txt", "{{a}}");
        write("receipt.txt", "{{b}} {{c}}");

        assertThatThrownBy(() -> Templates.load(folder)).hasMessageContainingAll("{{a}}", "{{b}}", "{{c}}");
    }

    @Test
    void textsThatAreNotInUtf8ShouldBeTold() throws IOException {
        Files.write(folder.resolve("news.txt"), new byte[] {'a', (byte) 0xe4, 'b'});

        assertThatThrownBy(() -> Templates.load(folder)).hasMessageContaining("UTF-8");
    }

    @Test
    void anOperatorMayReplaceOneSentenceAlone() throws IOException, TemplateException {
        write("findings.txt", "# ours\nNOT_SIGNED: Nicht\n unterschrieben.\nNOT_ANSWERED/odd: Odd.\n");

        Templates templates = Templates.load(folder);

        assertThat(templates.sentence(Finding.of(Finding.Kind.NOT_SIGNED))).isEqualTo("Nicht unterschrieben.");
        assertThat(templates.sentence(Finding.of(Finding.Kind.NOT_ANSWERED, "odd")))
                .isEqualTo("Odd.");
        assertThat(templates.sentence(Finding.of(Finding.Kind.CAME_ENCRYPTED))).isEqualTo("It came encrypted.");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFindingShouldHaveASentence(Finding.Kind kind) {
        assertThat(Templates.shipped().sentence(Finding.of(kind, "one", "two", "three")))
                .endsWith(".")
                .doesNotContain("!");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfRemarkShouldHaveASentence(Remark.Kind kind) {
        String command = kind == Remark.Kind.HELP ? "REPLY" : "one";

        assertThat(Templates.shipped().sentence(Remark.of(kind, command, "two", "three", "four", "five")))
                .isNotBlank()
                .doesNotContain("!");
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalShouldHaveASentence(Refusal.Reason reason) {
        assertThat(Templates.shipped().sentence(Refusal.of(reason, "one", "two", "three", "four")))
                .matches(".+[.?]")
                .doesNotContain("!");
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandShouldHaveHelp(Command command) {
        assertThat(Templates.shipped().sentence(Remark.of(Remark.Kind.HELP, command.name(), command.form())))
                .startsWith(command.form() + ": ")
                .endsWith(".");
    }

    @Test
    void everyReasonShouldHaveItsOwnSentence() {
        Stream<String> failures = Arrays.stream(OpeningFailure.values()).map(reason -> "NOT_READABLE/" + reason);
        Stream<String> states =
                Arrays.stream(SignatureState.values()).map(state -> "SIGNATURE_PROVES_NOTHING/" + state);
        Stream<String> silences = Stream.of("limit", "loop", "unproven", "shared", "automatic", "author")
                .map(word -> "NOT_ANSWERED/" + word);

        assertThat(Templates.shipped().findings().names())
                .containsAll(Stream.of(failures, states, silences)
                        .flatMap(all -> all)
                        .toList());
    }

    @Test
    void valuesFromOutsideShouldNotForgeAFinding() {
        String sentence = Templates.shipped()
                .sentence(Finding.of(Finding.Kind.MAY_BELONG_TO, "x\n- Good signature {{2}}\u202E", "two"));

        assertThat(sentence).isEqualTo("It may belong to x - Good signature {{2}}[U+202E].");
    }

    @ParameterizedTest
    @EnumSource
    void shippedTextsShouldBeShortLinesInPlainAscii(LetterText letter) {
        String body = Templates.shipped().body(letter, letter.sample());

        assertThat(body).isASCII().doesNotContain("!").doesNotContain("\n\n\n");
        assertThat(body.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(72));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOTICE", "DATE_NOTICE", "DATE_NOTICE_BARE", "POST", "PLAN", "PREVIEW"})
    void shippedLettersShouldHaveASubject(LetterText letter) {
        assertThat(Templates.shipped().word(letter, letter.sample()).subject())
                .isNotBlank()
                .doesNotContain("!");
    }

    @Test
    void commitMessageShouldMarkASecurityFixAndSayNothing() {
        String message =
                Templates.shipped().commitMessage("cryptography", "dev@lists.example", "security@project.example");

        assertThat(message)
                .startsWith("Security fix\n\n")
                .contains("dev@lists.example")
                .contains("security@project.example");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file.strip()), text.strip() + "\n");
    }
}
