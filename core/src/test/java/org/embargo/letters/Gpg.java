package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gpg program with a home of its own, in a short path since its agent's socket lies there. */
final class Gpg implements AutoCloseable {

    private final Path home;

    /** @param keys names of files of keys that it knows */
    Gpg(String... keys) throws IOException {
        home = Files.createTempDirectory(Path.of("/tmp"), "g");
        for (String key : keys) {
            run(SampleLetters.key(key), "--import");
        }
    }

    /**
     * What gpg did.
     *
     * @param text   what it wrote, a character for each byte
     * @param status its status lines
     */
    record Result(int exit, String text, String status) {}

    Path file(String name, byte[] content) throws IOException {
        return Files.write(home.resolve(name), content);
    }

    Result run(byte[] input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--quiet",
                "--trust-model",
                "always",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                "",
                "--status-file",
                home.resolve("status").toString()));
        command.addAll(List.of(arguments));
        Path in = file("in", input);
        Path out = home.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("gpg did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(home.resolve("status")));
    }

    /** Decrypts whatever armored message lies in {@code file}. */
    Path decryptFile(Path file) throws IOException {
        Path out = home.resolve("clear");
        assertThat(run(new byte[0], "--output", out.toString(), "--decrypt", file.toString())
                        .exit())
                .isZero();
        return out;
    }

    @Override
    public void close() throws IOException {
        Process kill = new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                .redirectErrorStream(true)
                .start();
        try (InputStream said = kill.getInputStream()) {
            said.readAllBytes();
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
