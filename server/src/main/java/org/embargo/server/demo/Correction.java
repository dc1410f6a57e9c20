package org.embargo.server.demo;

import java.io.IOException;

/** Something is learned later. */
final class Correction implements Scene {
    private static final String CVE = "CVE-2026-1234";

    @Override
    public String title() {
        return "The CVE number arrives: an update in the same thread";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Orders orders = new Orders(stage, plot);
        orders.about(stage.cast().alice(), "cve", "/cve " + CVE, Excerpt::done);
        for (Person member : stage.cast().team()) {
            Approval.approve(stage, plot, orders.quietly(), member);
        }
        Received first =
                orders.quietly().firstOfTwo().about(stage.cast().alice(), "publish", "/publish", Excerpt::done);
        stage.check(
                first.says("1 of 2 members")
                        && stage.world().unread(stage.cast().list()).isEmpty(),
                "one member is not enough for that, and nothing is posted");
        orders.quietly().about(stage.cast().bob(), "publish", "/publish", Excerpt::done);
        PublicList list = new PublicList(stage, plot);
        Received update = list.receive("update-to-the-list", Excerpt::beginning);
        stage.check(
                update.header("Subject").contains("[UPDATE]") && update.says(CVE),
                "it says that it is an update, and brings the number");
        list.checkCopies("update");
    }
}
