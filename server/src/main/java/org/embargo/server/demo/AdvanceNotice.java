package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The private list is told ahead, and the reporter in the same moment. */
final class AdvanceNotice implements Scene {

    @Override
    public String title() {
        return "Vera gets the advance notice, Robin the date";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person vera = stage.cast().vera();
        Received notice = stage.receive(vera, "advance-notice-to-vera");
        stage.check(
                notice.letter().isEncrypted() && notice.content().isSignedBy(plot.deskFingerprint()),
                "it is encrypted to Vera, with a good signature by the desk");
        String wire = new String(notice.letter().bytes(), StandardCharsets.US_ASCII);
        stage.check(
                notice.header("Subject").equals("[...]") && !wire.contains(plot.caseId()),
                "outside, not even the case id tells what it is");
        stage.check(notice.text().contains("TLP:AMBER+STRICT"), "inside are the terms, the description and the hour");
        Received date = stage.receiveThat(
                stage.cast().robin(), "date-notice-to-robin", mail -> mail.isAbout("becomes public"), Excerpt::whole);
        stage.check(
                date.letter().isEncrypted() && date.says("Robin of Finder Labs"),
                "Robin reads when it becomes public, and how he is credited");
        stage.check(stage.world().unread(stage.cast().list()).isEmpty(), "nothing is on the public list");
    }
}
