package org.embargo.server.demo;

import java.io.IOException;

/** Who has read the notice. */
final class Confirmation implements Scene {

    @Override
    public String title() {
        return "Vera confirms; the team sees who has";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person vera = stage.cast().vera();
        Written answer = new Written(
                vera,
                plot.noticeAddress(),
                "Re: your notice",
                "We can read it, and our packages are being built. Vera");
        stage.narrator().say("Vera answers, signed and encrypted: \"" + answer.text() + "\"");
        stage.send(vera, answer, answer.encryptedTo(plot.deskFingerprint()), "confirmation-by-vera");
        Person alice = stage.cast().alice();
        Received told = stage.receiveThat(
                alice,
                "confirmation-to-alice",
                mail -> mail.isAbout("A recipient has answered"),
                Showing.text(Excerpt::findingsAndContent));
        stage.check(told.says("counts as having confirmed"), "Alice reads that Vera has confirmed");
        Received status = new Orders(stage, plot).about(alice, "status", "/status", Excerpt::board);
        stage.check(
                status.says("vera@distribution.example: confirmed") && status.says("walt@appliances.example: sent"),
                "the board shows who has confirmed, and who has not yet");
        stage.narrator().say("Meanwhile Dora, a developer who knows of nothing, pushes a commit of hers to main.");
        stage.repository().goOn();
    }
}
