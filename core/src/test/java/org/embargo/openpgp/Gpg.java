package org.embargo.openpgp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The outside OpenPGP world: a gpg with a home of its own. */
public final class Gpg implements AutoCloseable {

    /** Sockets in it: the path must be short. */
    private final Path home;

    public Gpg() throws IOException {
        home = Files.createTempDirectory(
                "g", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** What it prints; an exception when it fails. */
    public byte[] run(byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--homedir", home.toString(), "--batch", "--quiet", "--trust-model", "always"));
        command.addAll(List.of(arguments));
        Path in = Files.write(home.resolve("input"), input);
        Path errors = home.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectError(errors.toFile())
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
        }
        return output;
    }

    public String run(String input, String... arguments) throws IOException, InterruptedException {
        return new String(run(input.getBytes(StandardCharsets.UTF_8), arguments), StandardCharsets.UTF_8);
    }

    Path home() {
        return home;
    }

    Path file(String name, byte[] bytes) throws IOException {
        return Files.write(home.resolve(name), bytes);
    }

    @Override
    public void close() throws IOException {
        new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                .start()
                .onExit()
                .join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }
}
