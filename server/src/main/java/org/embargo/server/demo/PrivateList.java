package org.embargo.server.demo;

import java.io.IOException;

/** Somebody to tell ahead. */
final class PrivateList implements Scene {

    @Override
    public String title() {
        return "Alice puts Vera on the private list";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person vera = stage.cast().vera();
        Received answer = new Orders(stage, plot)
                .atTheDesk(
                        stage.cast().alice(),
                        "recipient",
                        "/recipient add " + vera.name() + " <" + vera.address() + ">",
                        vera);
        stage.check(
                answer.text().replaceAll("\\s", "").contains(vera.fingerprint()),
                "it shows the fingerprint of the key that Vera's notices will be encrypted to");
        stage.check(stage.world().unread(vera).isEmpty(), "Vera hears nothing of it");
    }
}
