package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The folder in which all mails are left, numbered in the order of the story. */
final class Keepsakes {
    private final Path folder;
    private int number;

    Keepsakes(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps one mail.
     *
     * @param wire as it crossed the wire
     * @param text as it reads
     * @return where the text lies
     */
    Path keep(String name, byte[] wire, String text) throws IOException {
        number++;
        String stem = String.format(Locale.ROOT, "%03d-%s", number, name);
        Files.write(folder.resolve(stem + ".eml"), wire);
        Path readable = folder.resolve(stem + ".txt");
        Files.writeString(readable, text, StandardCharsets.UTF_8);
        return readable;
    }
}
