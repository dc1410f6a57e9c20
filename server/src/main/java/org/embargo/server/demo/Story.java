package org.embargo.server.demo;

import java.io.IOException;
import java.util.List;

/** The scenes, in order. */
final class Story {
    private static final List<Scene> SCENES = List.of(
            new FetchTheKey(),
            new Report(),
            new Receipt(),
            new TeamReads(),
            new Addition(),
            new NoteToTheTeam(),
            new KillAndRestart(),
            new PrivateList(),
            new Decision(),
            new Forgery(),
            new Patches(),
            new Approval(),
            new AdvanceNotice(),
            new Confirmation(),
            new Push(),
            new PublicPost(),
            new Correction(),
            new UpstreamRelease(),
            new NothingInClear(),
            new OrderlyEnd());

    private final Stage stage;

    Story(Stage stage) {
        this.stage = stage;
    }

    void play() throws IOException, StepFailedException, InterruptedException {
        Plot plot = new Plot();
        int number = 0;
        for (Scene scene : SCENES) {
            number++;
            stage.narrator().scene(number, scene.title());
            scene.play(stage, plot);
        }
        stage.putAsideTheRest();
    }
}
