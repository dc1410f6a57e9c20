package org.embargo.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Sees to it that nobody but the owner reads what is secret. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final List<ConfigProblem> problems;

    PrivateFiles(List<ConfigProblem> problems) {
        this.problems = problems;
    }

    /**
     * Makes {@code folder} where it is missing, and closes it to all but its owner.
     *
     * @throws IOException with the command that mends it, where it is not ours to close
     */
    static void close(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        if (!othersMay(folder).isEmpty()) {
            try {
                Files.setPosixFilePermissions(folder, OWNER_ALONE);
            } catch (FileSystemException e) {
                throw new IOException("others may use " + folder + "; run: chmod 700 " + folder, e);
            }
        }
    }

    /**
     * Closes {@code file} to all but its owner.
     *
     * @return whether others could use it until now
     * @throws IOException where it is not ours to close
     */
    static boolean closeFile(Path file) throws IOException {
        boolean wasOpen = !othersMay(file).isEmpty();
        if (wasOpen) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return wasOpen;
    }

    /** Tells every file of {@code folder} that others may read or write. */
    void checkFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).sorted().forEach(this::checkFile);
            }
        }
    }

    /**
     * Tells {@code file} if others may read or write it. It is not closed by us: somebody may have read it already, and
     * whoever runs the server should know.
     */
    void checkFile(Path file) {
        try {
            if (!othersMay(file).isEmpty()) {
                ConfigProblem problem = ConfigProblem.of(
                        file,
                        "others may use it, its mode is "
                                + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        "run: chmod 600 " + file);
                if (!problems.contains(problem)) {
                    problems.add(problem);
                }
            }
        } catch (NoSuchFileException notMadeYet) {
            // whoever needs it makes it, or says that it is missing
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<PosixFilePermission> othersMay(Path path) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeAll(OWNER_ALONE);
        return others;
    }
}
