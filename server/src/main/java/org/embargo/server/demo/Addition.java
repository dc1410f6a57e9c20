package org.embargo.server.demo;

import java.io.IOException;

/** The reporter writes again, to his own address of the case. */
final class Addition implements Scene {

    @Override
    public String title() {
        return "Robin adds to his case";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person robin = stage.cast().robin();
        Written addition =
                new Written(robin, plot.reporterAddress(), "A file that shows it", """
                The file %s from my fuzzer shows it within a second.

                credit: Robin of Finder Labs""".formatted(Plot.ADDITION_WORD));
        stage.narrator().say("Robin answers the receipt, signed and encrypted:");
        stage.narrator().written(addition.subject(), addition.text());
        stage.send(robin, addition, addition.encryptedTo(plot.deskFingerprint()), "addition-by-robin");
        for (Person member : stage.cast().team()) {
            Received copy = stage.receive(
                    member,
                    "addition-to-" + member.fileName(),
                    member.equals(stage.cast().alice())
                            ? Showing.text(Excerpt::findingsAndContent)
                            : Showing.nothing());
            stage.check(
                    Plot.caseIdIn(copy.header("Subject")).equals(plot.caseId())
                            && copy.letter().isEncrypted()
                            && copy.content().isSignedBy(plot.deskFingerprint())
                            && copy.text().contains(Plot.ADDITION_WORD),
                    member.name() + " gets it, encrypted, in the same case");
        }
        Received noted = stage.receive(robin, "credit-to-robin", Showing.text(Excerpt::whole));
        stage.check(
                noted.letter().isEncrypted()
                        && noted.content().isSignedBy(plot.deskFingerprint())
                        && noted.says("Robin of Finder Labs"),
                "Robin is told how he will be credited");
    }
}
