package org.embargo.server.demo;

import java.io.IOException;

/** One part of the story: something is done, shown, and checked. */
interface Scene {
    String title();

    /**
     * Plays it.
     *
     * @throws StepFailedException when something does not hold
     */
    void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException;
}
