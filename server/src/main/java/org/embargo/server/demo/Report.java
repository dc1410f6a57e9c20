package org.embargo.server.demo;

import java.io.IOException;

/** An encrypted report, signed, with the key of its author inside. */
final class Report implements Scene {

    @Override
    public String title() {
        return "Robin mails a report, signed and encrypted, his key enclosed";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person robin = stage.cast().robin();
        Written report = new Written(robin, Stage.DESK, "Overread in PKCS#12", """
                Hello,

                %s() in your PKCS#12 reader trusts the length field
                of the last attribute. A crafted file makes it read up to 64 KB past
                its buffer, and the bytes come back in the error message. All
                releases since 42 have it.

                Robin""".formatted(Plot.REPORT_WORD))
                .withOwnCertificate();
        String wire = report.encryptedTo(plot.deskFingerprint());
        stage.narrator().say("Robin writes to " + Stage.DESK + ":");
        stage.narrator().written(report.subject(), report.text());
        stage.check(!wire.contains(Plot.REPORT_WORD), "on the wire nothing of it can be read");
        stage.send(robin, report, wire, "report-by-robin");
        stage.check(true, "the server has answered 250");
        plot.report(report);
    }
}
