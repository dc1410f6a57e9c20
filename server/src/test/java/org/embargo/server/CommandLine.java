package org.embargo.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the launcher that has run to its end. */
record CommandLine(int status, String output, String errors) {
    private static final int PATIENCE_SECONDS = 180;

    static CommandLine run(String... arguments) throws IOException, InterruptedException {
        return run(System.getenv("PATH"), arguments);
    }

    /** On a PATH that has what the launcher itself needs, and nothing else. */
    static CommandLine runWithoutGpg(Path path, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(path);
        for (String program : List.of("bash", "dirname", "readlink", "java")) {
            Files.writeString(path.resolve(program), "#!/bin/sh\nexec " + find(program) + " \"$@\"\n");
            Files.setPosixFilePermissions(path.resolve(program), PosixFilePermissions.fromString("rwx------"));
        }
        return run(path.toString(), arguments);
    }

    String everything() {
        return output + errors;
    }

    private static Path find(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static CommandLine run(String path, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(ServerProcess.installation().resolve("embargo").toString()));
        command.addAll(Arrays.asList(arguments));
        Path errors = Files.createTempFile("embargo-errors", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("EMBARGO_BUILT", "yes");
            builder.environment().put("PATH", path);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new CommandLine(process.waitFor(), output, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }
}
