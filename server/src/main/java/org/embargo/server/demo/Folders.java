package org.embargo.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the demo writes.
 *
 * @param temporary removed at the end
 * @param home      the server's; in {@code temporary} unless it was asked for elsewhere
 * @param mails     stays
 */
record Folders(Path temporary, Path home, Path mails) {

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    static Folders make(Optional<Path> home, Optional<Path> mails) throws IOException {
        Path temporary = Files.createTempDirectory("embargo-demo-");
        Path chosenMails =
                mails.isPresent() ? Files.createDirectories(mails.get()) : Files.createTempDirectory("embargo-mails-");
        return new Folders(temporary, home.orElse(temporary.resolve("home")), chosenMails);
    }

    void removeTemporary() {
        try (Stream<Path> entries = Files.walk(temporary)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            // an agent may just be taking its socket away; what is left holds keys of nobody
        }
    }
}
