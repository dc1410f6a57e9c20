package org.embargo.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether a server runs on a home, without getting into its way. */
final class RunningServer {
    private RunningServer() {}

    /**
     * The process that serves this home; empty where none does. The lock is tried only where a process of that number lives:
     * a server that starts meanwhile then finds it free.
     */
    static Optional<Long> of(Path home) throws IOException {
        Path file = home.resolve("server.lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String owner = Files.readString(file).strip();
        boolean lives = owner.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(owner))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        return lives && isLocked(file) ? Optional.of(Long.parseLong(owner)) : Optional.empty();
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            return lock == null;
        }
    }
}
