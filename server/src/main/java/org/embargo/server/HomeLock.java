package org.embargo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second server off the same home. The system takes the lock back when the process ends, however it ends. */
final class HomeLock {
    private final FileLock lock;

    private HomeLock(FileLock lock) {
        this.lock = lock;
    }

    static HomeLock take(Home home) throws IOException, UsageException {
        // not the plugin's own: James's queue would wait for ever at its journal before the plugin is asked
        Path file = home.folder().resolve("server.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            String owner = Files.readString(file).trim();
            channel.close();
            throw new UsageException("another server (process " + owner + ") already runs on " + home.folder());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return new HomeLock(lock);
    }

    void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
