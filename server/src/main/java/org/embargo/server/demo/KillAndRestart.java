package org.embargo.server.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/** A report survives the death of the process right after the 250. */
final class KillAndRestart implements Scene {

    @Override
    public String title() {
        return "A plain report comes in, and the server is killed at once";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person carol = stage.cast().carol();
        Written report = new Written(carol, Stage.DESK, "Padding oracle?", """
                Hi, I have no PGP. %s() takes longer when the
                padding is wrong, so that one can tell. Carol""".formatted(Plot.PLAIN_WORD));
        stage.narrator().say("Carol has no key. She writes to " + Stage.DESK + ", in clear:");
        stage.narrator().written(report.subject(), report.text());
        stage.send(carol, report, report.plain(), "report-by-carol");
        stage.server().kill();
        stage.check(true, "kill -9 right after the 250: the server is gone");
        stage.restart();

        Received receipt = stage.receive(carol, "receipt-to-carol", Showing.withHeaders(Excerpt::beginning));
        String caseId = Plot.caseIdIn(receipt.header("Subject"));
        stage.check(!caseId.isEmpty() && !caseId.equals(plot.caseId()), "Carol has a receipt, for a case of her own");
        stage.check(
                !receipt.letter().isEncrypted() && receipt.content().isSignedBy(plot.deskFingerprint()),
                "it is signed by the desk; in clear, since she has no key");
        stage.check(
                !new String(receipt.letter().bytes(), US_ASCII).contains(Plot.PLAIN_WORD),
                "so it repeats not one word of her report");
        for (Person member : stage.cast().team()) {
            Received copy = stage.receive(
                    member,
                    "plain-report-to-" + member.fileName(),
                    member.equals(stage.cast().alice())
                            ? Showing.text(Excerpt::findingsAndContent)
                            : Showing.nothing());
            stage.check(
                    copy.letter().isEncrypted()
                            && copy.text().contains(Plot.PLAIN_WORD)
                            && Plot.caseIdIn(copy.header("Subject")).equals(caseId),
                    member.name() + " gets her report, encrypted");
        }
        checkOnce(stage);
    }

    private static void checkOnce(Stage stage) throws StepFailedException, InterruptedException {
        stage.settle();
        boolean nothingElse = true;
        for (Person person : stage.cast().all()) {
            nothingElse &= stage.world().unread(person).isEmpty();
        }
        stage.check(nothingElse, "nothing else has come for anybody: the report is there once, with one receipt");
    }
}
