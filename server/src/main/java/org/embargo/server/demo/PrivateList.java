package org.embargo.server.demo;

import java.io.IOException;

/** Those who are told ahead. What can't be taken back needs two members. */
final class PrivateList implements Scene {

    @Override
    public String title() {
        return "Vera and Walt come to the private list";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Orders orders = new Orders(stage, plot);
        Person vera = stage.cast().vera();
        Person bob = stage.cast().bob();
        for (Person vendor : stage.cast().vendors()) {
            String command = "/recipient add " + vendor.name() + " <" + vendor.address() + ">";
            Orders each = vendor.equals(vera) ? orders : orders.quietly();
            Received first = each.firstOfTwo().atTheDesk(stage.cast().alice(), "recipient", command, vendor);
            stage.check(first.says("1 of 2 members"), "one member is not enough for that");
            Received told = stage.receiveThat(
                    bob,
                    "recipient-to-bob",
                    mail -> mail.says(vendor.address()),
                    vendor.equals(vera) ? Showing.text(Excerpt::findings) : Showing.nothing());
            stage.check(told.letter().isEncrypted(), "Bob is told, and asked for the same");
            Received second = each.atTheDesk(bob, "recipient", command, vendor);
            stage.check(
                    second.text().replaceAll("\\s", "").contains(vendor.fingerprint()),
                    "it shows the fingerprint of the key that " + vendor.name() + "'s notices will be encrypted to");
            stage.check(stage.world().unread(vendor).isEmpty(), vendor.name() + " hears nothing of it");
        }
    }
}
