package org.embargo.server.demo;

import java.io.IOException;

/** The hour: the fix becomes public, and says nothing. */
final class Push implements Scene {

    @Override
    public String title() {
        return "The hour: the patches are pushed, and their messages tell nothing";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        stage.check(stage.world().unread(stage.cast().list()).isEmpty(), "before it, nothing is on the public list");
        stage.passTo(plot.hour(), "It is the hour.");
        Received pushed = stage.receiveThat(
                stage.cast().alice(),
                "pushed-to-alice",
                mail -> mail.isAbout("Patches pushed"),
                Showing.text(Excerpt::whole));
        stage.check(pushed.says("44.0.x"), "Alice reads what was pushed, and what is wanted now");
        Repository repository = stage.repository();
        for (String branch : Repository.BRANCHES) {
            stage.narrator().say("git log " + branch);
            stage.narrator().text(repository.log(branch.equals("main") ? 2 : 1, branch));
            stage.check(repository.isMended(branch), "the fix is on " + branch);
        }
        String words = repository.words();
        boolean neutral = !words.contains(plot.caseId());
        for (String telling : Plot.TELLING) {
            neutral &= !words.contains(telling);
        }
        stage.check(neutral, "no message, author, branch or tag names the issue, the case or Robin");
    }
}
