package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock as a process started {@link #within} it sees it, moved while it runs; the monotonic one goes on as ever. It
 * takes libfaketime, which the package of that name brings (on Debian and Ubuntu; elsewhere {@code libfaketime} too).
 */
final class FakedTime {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib64/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/faketime/libfaketime.so.1"));
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(2);

    private final Path preloaded;
    private final Path file;
    private Duration offset = Duration.ZERO;

    private FakedTime(Path preloaded, Path folder) throws IOException {
        this.preloaded = preloaded;
        this.file = folder.resolve("faketime");
        write();
    }

    /** Empty where the library is not installed. */
    static Optional<FakedTime> in(Path folder) throws IOException {
        try (Stream<Path> found = LIBRARIES.stream().filter(Files::exists)) {
            Optional<Path> library = found.findFirst();
            return library.isEmpty() ? Optional.empty() : Optional.of(new FakedTime(library.get(), folder));
        }
    }

    /** The program that starts another with this clock. */
    List<String> within() {
        return List.of(
                "env",
                "LD_PRELOAD=" + preloaded,
                "FAKETIME_TIMESTAMP_FILE=" + file,
                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                // else every wait of a JVM ends at once
                "FAKETIME_FORCE_MONOTONIC_FIX=0",
                "FAKETIME_CACHE_DURATION=1",
                "NO_FAKE_STAT=1");
    }

    /** From now on the clock differs by this from the real one. */
    void moveTo(Duration other) throws IOException, InterruptedException {
        offset = other;
        write();
        Thread.sleep(NOTICED_WITHIN.toMillis());
    }

    Instant now() {
        return Instant.now().plus(offset);
    }

    /** At once, since it is read at any moment. */
    private void write() throws IOException {
        Path beside = Files.writeString(
                file.resolveSibling("faketime.new"), (offset.isNegative() ? "" : "+") + offset.toSeconds() + "s\n");
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
