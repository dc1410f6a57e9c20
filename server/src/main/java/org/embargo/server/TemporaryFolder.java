package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where James spools what is too large for memory, in clear, before any hook runs. The launcher puts it on a memory
 * file system; what a killed server left there is removed at the next start.
 */
record TemporaryFolder(Path folder) {

    /** @throws UsageException when it is not a folder of our own: it is going to be emptied and closed */
    static TemporaryFolder ofThisProcess(Home home) throws UsageException {
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        if (!String.valueOf(folder.getFileName()).startsWith("embargo-")
                && !folder.equals(home.folder().resolve("tmp"))) {
            throw new UsageException("java.io.tmpdir is " + folder
                    + ", which others may use: leave it to the launcher, or name a folder embargo-SOMETHING");
        }
        return new TemporaryFolder(folder);
    }

    /** At the end, when nothing is in it any more that counts. */
    void remove() {
        try {
            empty();
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // the next start empties it
        }
    }

    void empty() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> entries = Files.walk(folder)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                if (!entry.equals(folder)) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }
}
