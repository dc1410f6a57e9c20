package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {

    @TempDir
    Path folder;

    private final List<ConfigProblem> problems = new ArrayList<>();

    @Test
    void keysShouldBeFoundWithTheirLines() throws IOException {
        PropertiesFile file = read("# comment \\\n! another\n\na = 1\n  b: two words  \nc three\n");

        assertThat(file.keys()).containsExactly("a", "b", "c");
        assertThat(file.entry("a")).contains(new PropertiesFile.Entry(4, "1"));
        assertThat(file.entry("b")).contains(new PropertiesFile.Entry(5, "two words"));
        assertThat(file.entry("c")).contains(new PropertiesFile.Entry(6, "three"));
        assertThat(problems).isEmpty();
    }

    @Test
    void continuedLineShouldCountAsOneKeyOnItsFirstLine() throws IOException {
        PropertiesFile file = read("team = a, \\\n       b\nnext = c:\\\\\nlast = d\\");

        assertThat(file.entry("team")).contains(new PropertiesFile.Entry(1, "a, b"));
        assertThat(file.entry("next")).contains(new PropertiesFile.Entry(3, "c:\\"));
        assertThat(file.entry("last")).contains(new PropertiesFile.Entry(4, "d"));
    }

    @Test
    void valueMayHoldAnythingThatUtf8Says() throws IOException {
        assertThat(read("\uFEFFproject = Größe \\u00e9").entry("project"))
                .contains(new PropertiesFile.Entry(1, "Größe é"));
    }

    @Test
    void hashAfterAValueShouldBelongToIt() throws IOException {
        assertThat(read("a = 1 # not a comment").entry("a")).contains(new PropertiesFile.Entry(1, "1 # not a comment"));
    }

    @Test
    void secondValueOfAKeyShouldBeAProblem() throws IOException {
        PropertiesFile file = read("a = 1\na = 2\n");

        assertThat(file.entry("a")).contains(new PropertiesFile.Entry(1, "1"));
        assertThat(problems).singleElement().hasToString(folder + "/p:2: a: given again; it stands on line 1 already");
    }

    @Test
    void wrongEscapeShouldBeAProblem() throws IOException {
        read("a = 1\nb = \\u00zz\n");

        assertThat(problems)
                .singleElement()
                .hasToString(folder + "/p:2: a wrong \\u escape; expected four hexadecimal digits");
    }

    @Test
    void bytesThatAreNotUtf8ShouldBeAProblem() throws IOException {
        Files.write(folder.resolve("p"), "project = Größe".getBytes(StandardCharsets.ISO_8859_1));

        PropertiesFile.read(folder.resolve("p"), problems);

        assertThat(problems).singleElement().hasToString(folder + "/p: not UTF-8; expected a text file in UTF-8");
    }

    private PropertiesFile read(String text) throws IOException {
        Path file = folder.resolve("p");
        Files.writeString(file, text);
        return PropertiesFile.read(file, problems);
    }
}
