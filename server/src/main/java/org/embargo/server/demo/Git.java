package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The git program in one folder. Whatever is configured on this machine, for git or for whoever runs the demo, stays out.
 *
 * @param who  author and committer
 */
record Git(Path folder, String who) {

    Git as(String other) {
        return new Git(folder, other);
    }

    /** Returns what it printed. */
    String run(String... arguments) throws IOException, StepFailedException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String path = Optional.ofNullable(environment.get("PATH")).orElse("");
        String address = who.toLowerCase(Locale.ROOT) + "@project.example";
        environment.clear();
        environment.putAll(Map.of(
                "PATH", path,
                "LC_ALL", "C",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", who,
                "GIT_AUTHOR_EMAIL", address,
                "GIT_COMMITTER_NAME", who,
                "GIT_COMMITTER_EMAIL", address));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new StepFailedException("git " + arguments[0] + " failed:\n" + output);
        }
        return output;
    }
}
