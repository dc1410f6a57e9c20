package org.embargo.server.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Plays the story from beginning to end, once, and leaves nothing running. */
public final class Demo {
    private static final int FAILED = 1;

    private final Narrator narrator = new Narrator(System.out);
    private final Path installation;

    /**
     * A demo, not begun yet.
     *
     * @param installation where the launcher lies
     */
    public Demo(Path installation) {
        this.installation = installation;
    }

    /**
     * Plays it, told on standard output.
     *
     * @param home  for the server; empty: a temporary folder
     * @param mails where the mails are left; empty: a new temporary folder
     * @return the exit status, 0 when every step held
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // so they come from the command line
    public int run(Optional<Path> home, Optional<Path> mails) {
        try (Cleaning cleaning = Cleaning.alsoAtInterrupt()) {
            return play(cleaning, home, mails);
        } catch (IOException e) {
            narrator.failed("the demo can't go on: " + e);
        }
        return FAILED;
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private int play(Cleaning cleaning, Optional<Path> home, Optional<Path> mails) throws IOException {
        try {
            Programs.require();
            Folders folders = Folders.make(home, mails);
            cleaning.later(folders::removeTemporary);
            narrator.opening();
            new Story(new Stage(folders, new Launcher(installation), narrator, cleaning)).play();
            cleaning.close();
            narrator.end(folders.mails());
            return 0;
        } catch (StepFailedException e) {
            narrator.failed(cleaning.isDone() ? "interrupted; everything is stopped" : String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }
}
