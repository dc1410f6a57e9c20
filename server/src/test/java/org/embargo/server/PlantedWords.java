package org.embargo.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words, in lower case, that must lie nowhere in clear, and how they are searched for.
 *
 * @param addresses parts of addresses; they may stand in the queue of letters, as on their envelopes
 */
record PlantedWords(List<String> words, List<String> addresses) {

    /** What {@link Mails#report} brings. */
    static final PlantedWords OF_REPORTS =
            new PlantedWords(List.of("quicksilver", "pomegranate", "feuervogel", "thunderhead"), List.of());

    /** Which words stand in which files below these folders, while a server may work there. */
    Set<String> leaks(Path... folders) throws IOException {
        Set<String> leaks = new TreeSet<>();
        for (Path folder : folders) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = folder.relativize(file).toString();
                    find(name + "\n" + contentOf(file), name.startsWith("var/queue"))
                            .forEach(word -> leaks.add(word + " in " + folder + "/" + name));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                    if (gone instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw gone;
                }
            });
        }
        return leaks;
    }

    /** Which words stand in a text: as they are, in UTF-16, over soft line breaks, quoted-printable, or in base64. */
    List<String> find(String text, boolean isQueue) {
        List<String> wanted = new ArrayList<>(words);
        if (!isQueue) {
            wanted.addAll(addresses);
        }
        String dense = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        String lower = dense.toLowerCase(Locale.ROOT);
        String joined = lower.contains("=\r\n") ? lower.replace("=\r\n", "") : lower;
        String oneLine = dense.replace("\r", "").replace("\n", "");
        return wanted.stream()
                .filter(word -> joined.contains(word)
                        || joined.contains(word.replace("=", "=3d"))
                        || inBase64(word).stream().anyMatch(oneLine::contains))
                .toList();
    }

    /** What a word becomes in base64, wherever it begins in the text. */
    private static List<String> inBase64(String word) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("xx".substring(0, before) + word).getBytes(StandardCharsets.US_ASCII);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            forms.add(encoded.substring(before == 0 ? 0 : before + 1, bytes.length * 4 / 3));
        }
        return forms;
    }

    static String contentOf(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            // done with meanwhile
            return "";
        }
    }
}
