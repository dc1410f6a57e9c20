package org.embargo.patches;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.embargo.model.Confidential;
import org.embargo.patches.GitException.Reason;

/**
 * Runs git: without a shell, with an environment and a configuration of ours alone, no hooks, no prompts, bounded in time
 * and output. No argument ever holds anything of a patch: arguments are seen by everybody on the machine.
 *
 * <p>Safe for use by many threads.
 */
final class GitProgram {

    private static final String NOTHING = "/dev/null";

    /** What any repository could bring along is switched off; what decides how a diff looks is fixed. */
    private static final List<String> CONFIGURATION = List.of(
            "core.hooksPath=" + NOTHING,
            "core.attributesFile=" + NOTHING,
            "core.excludesFile=" + NOTHING,
            "core.fsmonitor=false",
            "core.symlinks=false",
            "core.protectHFS=true",
            "core.protectNTFS=true",
            "core.autocrlf=false",
            "core.quotePath=true",
            "core.abbrev=40",
            "gc.auto=0",
            "maintenance.auto=false",
            "rerere.enabled=false",
            "commit.gpgSign=false",
            "tag.gpgSign=false",
            "push.gpgSign=false",
            "submodule.recurse=false",
            "fetch.recurseSubmodules=false",
            "push.recurseSubmodules=no",
            "diff.algorithm=myers",
            "diff.renames=true",
            "diff.context=3",
            "merge.renames=true",
            "credential.helper=");

    private final GitSettings settings;
    private final PrivateHome home;

    GitProgram(GitSettings settings, PrivateHome home) {
        this.settings = settings;
        this.home = home;
    }

    /** Runs it and takes whatever it ends with. */
    GitOutput run(Path folder, byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(settings.program(), "--no-pager"));
        CONFIGURATION.forEach(each -> command.addAll(List.of("-c", each)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(home.environment());
        return finish(start(builder, arguments[0]), input, arguments[0]);
    }

    /** Runs it; it must succeed. */
    byte[] require(Path folder, byte[] input, String... arguments) {
        GitOutput output = run(folder, input, arguments);
        if (!output.isGood()) {
            throw new GitException(Reason.FAILED, arguments[0], new Confidential(output.errors()));
        }
        return output.bytes();
    }

    private static Process start(ProcessBuilder builder, String command) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GitException(Reason.NOT_STARTED, command, e);
        }
    }

    private GitOutput finish(Process process, byte[] input, String command) {
        BoundedReading out = new BoundedReading(process.getInputStream(), settings.outputBytes(), () -> end(process));
        BoundedReading errors = new BoundedReading(process.getErrorStream(), 1 << 20, () -> end(process));
        Thread feeding = feed(process, input);
        try {
            boolean ended = process.waitFor(settings.within().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                throw new GitException(Reason.TOO_LONG, command, new Confidential(""));
            }
            feeding.join(1000);
            byte[] printed = out.finish(settings.within().toMillis());
            byte[] complained = errors.finish(5000);
            if (out.isOverfull() || errors.isOverfull()) {
                throw new GitException(Reason.TOO_MUCH, command, new Confidential(""));
            }
            return new GitOutput(process.exitValue(), printed, complained);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException(Reason.TOO_LONG, command, e);
        } finally {
            end(process);
        }
    }

    /** On a thread of its own: a program that prints before it has read everything would block both. */
    private static Thread feed(Process process, byte[] input) {
        Thread thread = new Thread(
                () -> {
                    try (OutputStream in = process.getOutputStream()) {
                        in.write(input);
                    } catch (IOException ended) {
                        // it did not want all of it; its status says whether that is well
                    }
                },
                "git-input");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** With its children: the ssh or the hook that git waits for would live on. */
    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
