package org.embargo.server.demo;

import java.io.IOException;
import java.util.Locale;

/** Each member gets the report in a mail of his own. */
final class TeamReads implements Scene {

    @Override
    public String title() {
        return "Alice and Bob read the report, each in a mail of their own";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person alice = stage.cast().alice();
        Person bob = stage.cast().bob();
        Received forAlice = stage.receive(alice, "report-to-alice");
        checkCopy(stage, plot, alice, forAlice);
        Received forBob = stage.receive(bob, "report-to-bob", Showing.nothing());
        checkCopy(stage, plot, bob, forBob);
        stage.check(forBob.letter().open(alice.gpg()).isEmpty(), "Alice's key does not open Bob's copy");
        plot.caseAddress(forAlice.header("Reply-To"));
        stage.check(
                plot.caseAddress().equals("security+" + plot.caseId().toLowerCase(Locale.ROOT) + "@project.example"),
                "answers to it go to the case");
    }

    private static void checkCopy(Stage stage, Plot plot, Person member, Received copy) throws StepFailedException {
        stage.check(
                copy.letter().isEncrypted() && copy.content().isSignedBy(plot.deskFingerprint()),
                member.name() + "'s copy is encrypted, with a good signature by the desk");
        stage.check(
                copy.header("Subject").startsWith("[" + plot.caseId() + "]")
                        && !copy.header("Subject").contains("PKCS"),
                "its subject outside tells the case id and nothing of the report");
        stage.check(copy.text().contains(Plot.REPORT_WORD), "inside is what Robin wrote");
    }
}
