package org.embargo.server.demo;

import java.io.IOException;

/** The private list is told ahead, and the reporter in the same moment. */
final class AdvanceNotice implements Scene {

    @Override
    public String title() {
        return "Vera and Walt get the advance notice, Robin the date";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        stage.passTo(plot.notice(), "Nobody does anything. The notice is due.");
        Person vera = stage.cast().vera();
        Received notice = stage.receive(vera, "advance-notice-to-vera");
        checkNotice(stage, plot, vera, notice);
        Person walt = stage.cast().walt();
        Received other = stage.receiveThat(walt, "advance-notice-to-walt", mail -> true, Showing.nothing());
        checkNotice(stage, plot, walt, other);
        stage.check(
                !other.header("Reply-To").equals(notice.header("Reply-To"))
                        && other.letter().open(vera.gpg()).isEmpty()
                        && !other.says("Vera")
                        && !notice.says("Walt"),
                "each has a mail of his own; nothing in it tells of the other");
        plot.noticeAddress(notice.header("Reply-To"));
        Received date = stage.receiveThat(
                stage.cast().robin(),
                "date-notice-to-robin",
                mail -> mail.isAbout("becomes public"),
                Showing.text(Excerpt::whole));
        stage.check(
                date.letter().isEncrypted() && date.says("Robin of Finder Labs"),
                "Robin reads when it becomes public, and how he is credited");
        stage.check(stage.world().unread(stage.cast().list()).isEmpty(), "nothing is on the public list");
    }

    private static void checkNotice(Stage stage, Plot plot, Person vendor, Received notice) throws StepFailedException {
        stage.check(
                notice.letter().isEncrypted() && notice.content().isSignedBy(plot.deskFingerprint()),
                vendor.name() + "'s notice is encrypted, with a good signature by the desk");
        stage.check(
                notice.header("Subject").equals("[...]") && !notice.letter().shows(plot.caseId()),
                "outside, not even the case id tells what it is");
        boolean complete = notice.text().contains("TLP:AMBER+STRICT");
        for (String branch : Repository.BRANCHES) {
            complete &= notice.content().file(branch + ".patch").isPresent();
        }
        stage.check(complete, "inside are the terms, the description, the hour, and a patch for each branch");
    }
}
