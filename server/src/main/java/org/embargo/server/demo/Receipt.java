package org.embargo.server.demo;

import java.io.IOException;

/** The automatic answer to the report. */
final class Receipt implements Scene {

    @Override
    public String title() {
        return "Robin gets a receipt, encrypted to his key";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person robin = stage.cast().robin();
        Received receipt = stage.receive(robin, "receipt-to-robin");
        plot.caseId(Plot.caseIdIn(receipt.header("Subject")));
        plot.reporterAddress(receipt.header("Reply-To"));
        stage.check(!plot.caseId().isEmpty(), "the report is a case: " + plot.caseId());
        stage.check(receipt.letter().isEncrypted(), "the receipt is encrypted to Robin");
        stage.check(receipt.content().isSignedBy(plot.deskFingerprint()), "gpg: good signature by the desk");
        stage.check(
                receipt.header("Auto-Submitted").equals("auto-replied")
                        && receipt.header("In-Reply-To").equals(plot.report().messageId()),
                "it says that it is automatic, and answers the report");
        stage.check(
                receipt.header("Reply-To").matches("security\\+r\\.[a-z0-9]{26}@project\\.example"),
                "answers to it go to an address that only Robin knows");
        stage.check(receipt.header("Return-Path").contains("security+b."), "bounces of it come back to the case");
        stage.check(
                !receipt.text().contains(Plot.REPORT_WORD)
                        && !receipt.content().header("Subject").contains("PKCS"),
                "it quotes nothing of the report");
    }
}
