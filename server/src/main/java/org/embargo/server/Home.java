package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The folder in which everything of one server lies; nobody but its owner may look in. */
record Home(Path folder) {

    static Home open(Path folder, boolean existing) throws IOException, UsageException {
        if (existing && isEmpty(folder)) {
            throw new UsageException(folder + " is empty or missing, and --existing was given");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return new Home(folder.toRealPath());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    Path conf() {
        return folder.resolve("conf");
    }

    Path extensions() {
        return folder.resolve("extensions-jars");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }
}
