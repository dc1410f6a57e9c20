package org.embargo.patches;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.model.Confidential;

/** A project's bare repository, and a developer's clone of it, both made by the real git. */
public final class ProjectRepository {

    static final Instant2026 CLOCK = new Instant2026();

    private final Path bare;
    private final Path work;

    public ProjectRepository(Path folder) throws IOException {
        bare = folder.resolve("project.git");
        work = folder.resolve("developer");
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", bare.toString());
        git(folder, "clone", "--quiet", bare.toUri().toString(), work.toString());
        git(work, "checkout", "--quiet", "-B", "main");
    }

    /** Counts the commits' times up, so that each is another commit. */
    static final class Instant2026 {
        private long seconds = 1_767_000_000L;

        synchronized String next() {
            return seconds++ + " +0000";
        }
    }

    public URI uri() {
        return URI.create("file://" + bare);
    }

    public Path bare() {
        return bare;
    }

    Path work() {
        return work;
    }

    /** Writes {@code path} in the developer's clone. */
    public ProjectRepository file(String path, String text) throws IOException {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    ProjectRepository file(String path, byte[] bytes) throws IOException {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    /** Commits everything on the branch that is checked out. */
    public String commit(String message) throws IOException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD").strip();
    }

    public void push(String... refs) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("push", "--quiet", "origin"));
        arguments.addAll(List.of(refs));
        git(arguments.toArray(String[]::new));
    }

    /** Everything committed since {@code base}, as one mbox, and the clone back at {@code base}. */
    public byte[] formatPatch(String base, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("format-patch", "--stdout"));
        arguments.addAll(List.of(options));
        arguments.add(base);
        byte[] mailbox = run(work, arguments.toArray(String[]::new));
        git("reset", "--quiet", "--hard", base);
        return mailbox;
    }

    public String git(String... arguments) throws IOException {
        return git(work, arguments);
    }

    public String inBare(String... arguments) throws IOException {
        return git(bare, arguments);
    }

    /** Id and type of every object in the bare repository. */
    List<String> objects() throws IOException {
        return inBare("cat-file", "--batch-check", "--batch-all-objects")
                .lines()
                .toList();
    }

    /** Everything that changes when the repository changes: objects, refs, files. */
    String state() throws IOException {
        try (Stream<Path> files = Files.walk(bare)) {
            return inBare("for-each-ref")
                    + objects()
                    + files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        }
    }

    /** A hook of the operator's in the bare repository. */
    public void hook(String name, String script) throws IOException {
        Path hook = Files.createDirectories(bare.resolve("hooks")).resolve(name);
        Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
    }

    static String git(Path folder, String... arguments) throws IOException {
        return new String(run(folder, arguments), StandardCharsets.UTF_8);
    }

    static byte[] run(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        String time = CLOCK.next();
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "Dora Developer",
                        "GIT_AUTHOR_EMAIL", "dora@project.example",
                        "GIT_AUTHOR_DATE", time,
                        "GIT_COMMITTER_NAME", "Dora Developer",
                        "GIT_COMMITTER_EMAIL", "dora@project.example",
                        "GIT_COMMITTER_DATE", time));
        Path errors = Files.createTempFile("git", ".err");
        try {
            Process process = builder.redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
            }
            return printed;
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(errors);
        }
    }

    static PatchSeries series(byte[]... attachments) throws IOException, PatchFormatException {
        return PatchSeries.read(Stream.of(attachments).map(Content::of).toList(), PatchLimits.USUAL);
    }

    static PatchSeries series(String diff) throws IOException, PatchFormatException {
        return series(diff.getBytes(StandardCharsets.UTF_8));
    }

    static Patch patch(String author, String diff) {
        return new Patch(Optional.of(new Confidential(author)), new Confidential(diff), Optional.empty(), List.of());
    }
}
