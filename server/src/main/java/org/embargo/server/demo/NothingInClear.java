package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** No word of what was confidential lies readable in the home. */
final class NothingInClear implements Scene {

    @Override
    public String title() {
        return "The server's home is searched for words of these mails";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException {
        List<Path> files = files(stage.home());
        for (String word : List.of(Plot.REPORT_WORD, Plot.ADDITION_WORD, Plot.NOTE_WORD, Plot.PLAIN_WORD)) {
            for (Path file : files) {
                if (contains(file, word)) {
                    throw new StepFailedException(file + " holds the word " + word);
                }
            }
        }
        stage.check(files.size() > 10, "none of the " + files.size() + " files under the home holds a word of them");
    }

    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> entries = Files.walk(home)) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }

    /** The server goes on working meanwhile: a file may be gone. */
    private static boolean contains(Path file, String word) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
