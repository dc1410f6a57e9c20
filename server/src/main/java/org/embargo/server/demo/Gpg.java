package org.embargo.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The GnuPG of one person: the program itself, in a folder of its own. One thread. */
final class Gpg implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final String STATUS = "[GNUPG:] ";

    private final Path folder;

    /** What gpg made of an encrypted message. */
    static final class Opened {
        private final byte[] content;
        private final Optional<String> signer;

        private Opened(Run run) {
            this.content = run.output;
            this.signer = run.goodSigner();
        }

        byte[] content() {
            return content.clone();
        }

        /** Fingerprint of the certificate with a good signature over it. */
        Optional<String> signer() {
            return signer;
        }
    }

    private static final class Run {
        private final int status;
        private final byte[] output;
        /** What it says for programs, and for people. */
        private final String report;

        Run(int status, byte[] output, String report) {
            this.status = status;
            this.output = output;
            this.report = report;
        }

        /** The fields of the first line with this keyword, the keyword included. */
        Optional<List<String>> line(String keyword) {
            return report.lines()
                    .filter(line -> (line + " ").startsWith(STATUS + keyword + " "))
                    .map(line -> Arrays.asList(line.substring(STATUS.length()).split(" ")))
                    .findFirst();
        }

        /** The certificate whose good signature gpg reports. */
        Optional<String> goodSigner() {
            return line("GOODSIG").flatMap(good -> line("VALIDSIG")).map(fields -> fields.get(fields.size() - 1));
        }
    }

    private Gpg(Path folder) {
        this.folder = folder;
    }

    /** In a new folder; its path must be short, for gpg-agent's socket lies there. */
    static Gpg in(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new Gpg(folder);
    }

    /** Makes a key; returns its fingerprint. */
    String generate(String userId) throws IOException, StepFailedException, InterruptedException {
        Run run = succeed(new byte[0], "--quick-gen-key", userId, "future-default", "default", "never");
        List<String> created =
                run.line("KEY_CREATED").orElseThrow(() -> new StepFailedException("gpg made no key:\n" + run.report));
        return created.get(2);
    }

    /** Armored. */
    byte[] exported(String fingerprint) throws IOException, StepFailedException, InterruptedException {
        return succeed(new byte[0], "--armor", "--export", fingerprint).output;
    }

    /** Takes a certificate in; returns its fingerprint. */
    String take(byte[] certificate) throws IOException, StepFailedException, InterruptedException {
        Run run = succeed(certificate, "--import");
        return run.line("IMPORT_OK")
                .map(fields -> fields.get(2))
                .orElseThrow(() -> new StepFailedException("gpg found no certificate:\n" + run.report));
    }

    /** Signs with the own key and encrypts; armored. */
    byte[] signAndEncrypt(byte[] content, String recipient)
            throws IOException, StepFailedException, InterruptedException {
        return succeed(content, "--armor", "--sign", "--encrypt", "--recipient", recipient).output;
    }

    /** Signs a text that stays readable (RFC 9580, section 7). */
    String signClear(String text) throws IOException, StepFailedException, InterruptedException {
        byte[] signed = succeed(text.getBytes(StandardCharsets.UTF_8), "--clear-sign").output;
        return new String(signed, StandardCharsets.UTF_8);
    }

    /** Opens a message; empty when none of the keys here does. */
    Optional<Opened> open(byte[] message) throws IOException, InterruptedException, StepFailedException {
        Run run = run(message, "--decrypt");
        return run.line("DECRYPTION_OKAY").isEmpty() ? Optional.empty() : Optional.of(new Opened(run));
    }

    /** The certificate with a good detached signature over {@code content}. */
    Optional<String> signer(byte[] content, byte[] signature)
            throws IOException, InterruptedException, StepFailedException {
        Path file = folder.resolve("signature");
        Files.write(file, signature);
        return run(content, "--verify", file.toString(), "-").goodSigner();
    }

    /** Ends the agent that gpg has started for this folder. */
    @Override
    public void close() {
        try {
            new ProcessBuilder("gpgconf", "--homedir", folder.toString(), "--kill", "all")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // the agent ends by itself when its folder is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Run succeed(byte[] input, String... arguments)
            throws IOException, StepFailedException, InterruptedException {
        Run run = run(input, arguments);
        if (run.status != 0) {
            throw new StepFailedException("gpg " + arguments[0] + " failed:\n" + run.report);
        }
        return run;
    }

    private Run run(byte[] input, String... arguments) throws IOException, InterruptedException, StepFailedException {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--homedir", folder.toString(), "--batch", "--no-tty", "--quiet", "--status-fd", "2"));
        command.addAll(List.of("--trust-model", "always", "--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(Arrays.asList(arguments));
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        Path report = folder.resolve("report");
        Files.copy(new ByteArrayInputStream(input), in, StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(report.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new StepFailedException("gpg does not come to an end");
        }
        return new Run(process.exitValue(), Files.readAllBytes(out), Files.readString(report, StandardCharsets.UTF_8));
    }
}
