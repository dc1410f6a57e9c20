package org.embargo.server.demo;

import java.io.IOException;

/** What must be there before the story begins. */
final class Programs {

    private Programs() {}

    /** @throws StepFailedException when one is missing, which it names */
    static void require() throws StepFailedException, InterruptedException {
        require("gpg", "gpg (GnuPG 2.1 or later)");
        require("git", "git (2.32 or later)");
    }

    private static void require(String program, String name) throws StepFailedException, InterruptedException {
        try {
            new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StepFailedException("the demo needs " + name + " on the PATH, and there is none", e);
        }
    }
}
