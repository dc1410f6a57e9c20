package org.embargo.patches;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where private clones lie while something is done with them, each in a folder of its own. What is in there is in clear: it
 * belongs on a memory file system where there is one. Only its owner may look in.
 *
 * <p>Safe for use by many threads; one process at a time.
 */
public final class WorkFolder {

    private static final String NAME = "git-";
    private static final Set<PosixFilePermission> CLOSED = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    /** Uses {@code folder}, which is made when something is put into it, closed to all but its owner. */
    public WorkFolder(Path folder) throws IOException {
        this.folder = Objects.requireNonNull(folder, "folder").toAbsolutePath().normalize();
        if (this.folder.toString().indexOf('\'') >= 0) {
            throw new IOException("git's private folder must not have a quotation mark in its name");
        }
    }

    /** Removes what an earlier run left behind when it crashed; called at start, before anything is cloned. */
    public void empty() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, NAME + "*")) {
            for (Path each : left) {
                remove(each);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // not with its message: that names files of the tree
            throw new IOException(
                    "what git left behind can't be removed: " + e.getClass().getSimpleName());
        }
    }

    Path open() throws IOException {
        FileAttribute<?> closed = PosixFilePermissions.asFileAttribute(CLOSED);
        Files.createDirectories(folder, closed);
        Files.setPosixFilePermissions(folder, CLOSED);
        return Files.createTempDirectory(folder, NAME, closed);
    }

    /** Removes {@code tree}; links in it are removed, not followed. */
    static void remove(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
