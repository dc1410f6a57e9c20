package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command {@code embargo}, in processes of its own. */
record Launcher(Path installation) {

    Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(installation.resolve("embargo").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("EMBARGO_BUILT", "yes");
        return builder.start();
    }

    /** Runs it to its end, and returns what it printed. */
    byte[] output(String... arguments) throws IOException, InterruptedException, StepFailedException {
        Process process = start(arguments);
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new StepFailedException(
                    "embargo " + arguments[0] + " failed:\n" + new String(output, StandardCharsets.UTF_8));
        }
        return output;
    }
}
