package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The hour has come. */
final class PublicPost implements Scene {

    @Override
    public String title() {
        return "At the hour the post goes to the list, and is seen to have appeared";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person list = stage.cast().list();
        Received post = stage.receive(list, "post-to-the-list");
        stage.check(
                !post.letter().isEncrypted() && post.content().isSignedBy(plot.deskFingerprint()),
                "gpg: good signature by the desk, over all of the post");
        stage.check(post.says("Robin of Finder Labs"), "Robin is credited as he asked");
        for (Person told : new Person[] {stage.cast().robin(), stage.cast().vera()}) {
            Received copy = stage.receiveThat(
                    told, "post-to-" + told.fileName(), mail -> mail.isAbout(Plot.PUBLIC_TITLE), Excerpt::beginning);
            stage.check(copy.letter().isEncrypted(), told.name() + " gets a copy");
        }
        passOn(stage, list, post);
        for (Person member : stage.cast().team()) {
            Received told = stage.receiveThat(
                    member,
                    "confirmation-to-" + member.fileName(),
                    mail -> mail.isAbout("The post is out"),
                    Excerpt::whole);
            stage.check(told.says("with our signature unchanged"), member.name() + " reads that the post has appeared");
        }
        stage.settle();
        stage.check(stage.world().unread(list).isEmpty(), "nothing else comes to the list: it is posted once");
        for (Person each : stage.cast().all()) {
            stage.putAside(each);
        }
    }

    /** The desk's address is subscribed to the list. */
    private static void passOn(Stage stage, Person list, Received post) throws IOException, StepFailedException {
        String wire = "List-Id: <project-dev.lists.example>\nPrecedence: list\n"
                + new String(post.letter().bytes(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .strip() + "\n";
        Written passedOn = new Written(list, "security+list@project.example", "the post", post.text());
        stage.narrator().say("The list passes it on to its subscribers; security+list@project.example is one of them.");
        stage.send(list, passedOn, wire, "post-by-the-list");
    }
}
