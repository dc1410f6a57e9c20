package org.embargo.server.demo;

import java.io.IOException;

/** Who knows the addresses is no member yet. */
final class Forgery implements Scene {

    @Override
    public String title() {
        return "Somebody orders in Alice's name, without her key";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person alice = stage.cast().alice();
        Written forged = new Written(alice, plot.caseAddress(), "It is out", plot.caseId() + "\n\n/leaked\n/publish");
        stage.narrator().say("Somebody who has seen the case's address writes to it from Alice's:");
        stage.narrator().text(forged.text());
        stage.send(alice, forged, forged.plain(), "forgery");
        for (Person member : stage.cast().team()) {
            Received shown = stage.receiveThat(
                    member,
                    "forgery-to-" + member.fileName(),
                    mail -> mail.says("/leaked"),
                    member.equals(alice) ? Showing.text(Excerpt::findingsAndContent) : Showing.nothing());
            stage.check(
                    shown.isAbout("Not proven") && shown.says("without his good signature"),
                    member.name() + " reads that nothing proves it is Alice's; nothing of it is done");
        }
    }
}
