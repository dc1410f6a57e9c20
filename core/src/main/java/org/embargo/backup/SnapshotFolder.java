package org.embargo.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.embargo.config.Home;

/**
 * Where whoever makes a backup and the server that runs meet: the one leaves a request, the other a copy of witness and
 * database, which only the server can read while it runs.
 */
final class SnapshotFolder {

    private final Path folder;

    SnapshotFolder(Home home) {
        folder = home.backup();
    }

    static void make(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    Path request() {
        return folder.resolve("request");
    }

    Path failure() {
        return folder.resolve("failed");
    }

    Path copy() {
        return folder.resolve("copy");
    }

    Path unfinished() {
        return folder.resolve("copy.making");
    }

    Path lock() throws IOException {
        make(folder);
        return folder.resolve("lock");
    }

    /** Removes all that an earlier backup may have left. */
    void clear() throws IOException {
        Files.deleteIfExists(request());
        Files.deleteIfExists(failure());
        delete(copy());
        delete(unfinished());
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
