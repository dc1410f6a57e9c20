package org.embargo.server.demo;

import java.io.IOException;

/** The fix is handed in, and tried at once. */
final class Patches implements Scene {

    @Override
    public String title() {
        return "Alice hands in the patch for three branches";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person alice = stage.cast().alice();
        Repository repository = stage.repository();
        String before = repository.state();
        String patch = repository.fix();
        stage.narrator().say("Alice's git format-patch has printed:");
        stage.narrator().text(patch);
        new Orders(stage, plot).withPatch(alice, "patch", "/patch " + String.join(" ", Repository.BRANCHES), patch);
        for (Person member : stage.cast().team()) {
            Received rehearsed = stage.receiveThat(
                    member,
                    "rehearsal-to-" + member.fileName(),
                    mail -> mail.isAbout("Patches rehearsed"),
                    member.equals(alice) ? Showing.text(Excerpt::findings) : Showing.nothing());
            stage.check(
                    rehearsed.says("main: the patches apply.") && rehearsed.says("44.0.x: the patches apply"),
                    member.name() + " reads on which branches it applies");
        }
        stage.check(repository.state().equals(before), "the public repository has not changed: no branch, no object");
    }
}
