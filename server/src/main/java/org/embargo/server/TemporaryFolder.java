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

    static TemporaryFolder ofThisProcess() {
        return new TemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
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
