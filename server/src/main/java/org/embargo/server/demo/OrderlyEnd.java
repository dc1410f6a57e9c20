package org.embargo.server.demo;

/** The server is told to stop. */
final class OrderlyEnd implements Scene {

    @Override
    public String title() {
        return "The server is told to stop";
    }

    @Override
    public void play(Stage stage, Plot plot) throws StepFailedException, InterruptedException {
        stage.check(stage.server().stop() == 0, "SIGTERM: it stops in order, with status 0");
    }
}
