package org.embargo.content;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Where content too large for memory is spooled while one mail is worked on: private files, each encrypted with a key of
 * its own that never leaves memory. After a crash nobody can read what is left; {@link #empty()} removes it.
 *
 * <p>Safe for use by many threads.
 */
public final class SpoolFolder {

    private final Path folder;

    /** Uses {@code folder}, made with mode 0700 where it is missing. */
    public SpoolFolder(Path folder) throws IOException {
        this.folder = Objects.requireNonNull(folder, "folder");
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Removes what an earlier run left; called at start, before anything is spooled. */
    public void empty() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.spool")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** A new spool that takes up to {@code limitBytes}. */
    public Spool spool(long limitBytes) {
        return spool(limitBytes, Spool.IN_MEMORY_BYTES);
    }

    /** As {@link #spool(long)}, of which at most {@code inMemoryBytes} are kept in memory. */
    public Spool spool(long limitBytes, long inMemoryBytes) {
        return new Spool(folder, limitBytes, Math.min(inMemoryBytes, Spool.IN_MEMORY_BYTES));
    }
}
