package org.embargo.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for words in clear, in any file below a folder, names of files included. */
final class PlantedWords {

    private PlantedWords() {}

    static List<Path> filesWith(Path folder, List<String> words) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String text =
                        folder.relativize(file) + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                // UTF-16 too: every second byte is nothing
                String dense = text.replace("\0", "").toLowerCase(Locale.ROOT);
                if (words.stream().anyMatch(word -> dense.contains(word.toLowerCase(Locale.ROOT)))) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
