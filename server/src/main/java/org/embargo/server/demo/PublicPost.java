package org.embargo.server.demo;

import java.io.IOException;

/** The releases are out. */
final class PublicPost implements Scene {
    private static final String RELEASED = """
            /released 45.0.2 https://project.example/releases/45.0.2
            /released 44.0.4 https://project.example/releases/44.0.4""";

    @Override
    public String title() {
        return "With the releases the post goes to the list, and comes back from there";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        PublicList list = new PublicList(stage, plot);
        list.checkNothingNew("the post waits for the releases");
        new Orders(stage, plot).about(stage.cast().alice(), "released", RELEASED, Excerpt::done);
        Received post = list.receive("post-to-the-list", Excerpt::whole);
        stage.check(post.says("Robin of Finder Labs"), "Robin is credited as he asked");
        list.checkCopies("post");
        list.passOn(post);
        list.checkConfirmed();
        stage.settle();
        list.checkNothingNew("nothing else comes to the list: it is posted once");
    }
}
