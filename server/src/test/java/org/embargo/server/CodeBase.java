package org.embargo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project's bare repository with a main branch and two of releases, and a developer's clone of it; all by the real git. */
final class CodeBase {
    static final List<String> BRANCHES = List.of("main", "release/44.0", "release/45.0");

    private static final String CODE = "int read(struct bag *bag)\n{\n    int length = bag->length;\n\n"
            + "    return copy(bag->data, length);\n}\n";
    private static final String CHECKED = CODE.replace("bag->length;", "limited(bag->length);");

    private final Path bare;
    private final Path work;

    CodeBase(Path folder) throws IOException {
        bare = folder.resolve("project.git");
        work = folder.resolve("developer");
        run(folder, "init", "--quiet", "--bare", "--initial-branch=main", bare.toString());
        run(folder, "init", "--quiet", "--initial-branch=main", work.toString());
        git("remote", "add", "origin", bare.toUri().toString());
        commit("bag.c", "/* 44.0 */\n\n" + CODE, "Begin");
        git("push", "--quiet", "origin", "main", "main:refs/heads/release/44.0");
        commit("bag.c", "/* 45.0, with\n   more words */\n\n" + CODE, "Go on");
        git("push", "--quiet", "origin", "main", "main:refs/heads/release/45.0");
    }

    Path bare() {
        return bare;
    }

    /** The fix, as a developer mails it who tells what it is; it stands in his clone alone, and not for long. */
    byte[] patch(String message) throws IOException {
        Files.writeString(
                work.resolve("bag.c"), Files.readString(work.resolve("bag.c")).replace(CODE, CHECKED));
        git("commit", "--quiet", "--all", "--author=Paula Patcher <paula@finder.example>", "-m", message);
        byte[] patch = run(work, "format-patch", "--stdout", "-1");
        git("reset", "--quiet", "--hard", "HEAD~1");
        return patch;
    }

    /** Somebody goes on elsewhere meanwhile. */
    void move(String branch, String path) throws IOException {
        git("fetch", "--quiet", "origin");
        git("checkout", "--quiet", "--detach", "origin/" + branch);
        commit(path, "more\n", "Add more");
        git("push", "--quiet", "origin", "HEAD:refs/heads/" + branch);
    }

    boolean isFixed(String branch) throws IOException {
        return inBare("show", branch + ":bag.c").contains("limited(");
    }

    /** Everything in the repository: each object with its content, and the names of all refs. */
    String everything() throws IOException {
        return inBare("cat-file", "--batch-all-objects", "--batch") + inBare("for-each-ref");
    }

    String inBare(String... arguments) throws IOException {
        return new String(run(bare, arguments), StandardCharsets.ISO_8859_1);
    }

    /** Whether gpg, with its key ring in this folder, finds the commit or tag well signed. */
    boolean verifies(String command, String name, Path ring) throws IOException {
        ProcessBuilder builder = builder(bare, command, name);
        builder.environment().put("GNUPGHOME", ring.toString());
        return exitOf(builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start())
                == 0;
    }

    private void commit(String path, String text, String message) throws IOException {
        Files.writeString(work.resolve(path), text);
        git("add", "--all");
        git("commit", "--quiet", "-m", message);
    }

    private void git(String... arguments) throws IOException {
        run(work, arguments);
    }

    private static byte[] run(Path folder, String... arguments) throws IOException {
        Process process = builder(folder, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        byte[] printed = process.getInputStream().readAllBytes();
        if (exitOf(process) != 0) {
            throw new IOException("git " + String.join(" ", arguments) + " failed");
        }
        return printed;
    }

    private static ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "Dora Developer",
                        "GIT_AUTHOR_EMAIL", "dora@project.example",
                        "GIT_COMMITTER_NAME", "Dora Developer",
                        "GIT_COMMITTER_EMAIL", "dora@project.example"));
        return builder;
    }

    private static int exitOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
