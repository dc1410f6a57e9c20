package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** The public mailing list: what it gets, and passes on to its subscribers. */
final class PublicList {
    private final Stage stage;
    private final Plot plot;

    PublicList(Stage stage, Plot plot) {
        this.stage = stage;
        this.plot = plot;
    }

    /** The next post. */
    Received receive(String name, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        Received post = stage.receiveThat(stage.cast().list(), name, mail -> true, Showing.withHeaders(excerpt));
        stage.check(
                !post.letter().isEncrypted() && post.content().isSignedBy(plot.deskFingerprint()),
                "gpg: good signature by the desk, over all of the post");
        return post;
    }

    /** Reporter and recipients have what the list has. */
    void checkCopies(String name) throws IOException, StepFailedException, InterruptedException {
        for (Person told :
                List.of(stage.cast().robin(), stage.cast().vera(), stage.cast().walt())) {
            Received copy = stage.receiveThat(
                    told, name + "-to-" + told.fileName(), mail -> mail.isAbout(Plot.PUBLIC_TITLE), Showing.nothing());
            stage.check(copy.letter().isEncrypted(), told.name() + " gets a copy, encrypted");
        }
    }

    /** The desk's own address is subscribed. */
    void passOn(Received post) throws IOException, StepFailedException {
        String wire = "List-Id: <project-dev.lists.example>\nPrecedence: list\n"
                + new String(post.letter().bytes(), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .strip()
                + "\n";
        Written passedOn = new Written(stage.cast().list(), "security+list@project.example", "the post", post.text());
        stage.narrator().say("The list passes it on to its subscribers; security+list@project.example is one of them.");
        stage.send(stage.cast().list(), passedOn, wire, "passed-on-by-the-list");
    }

    void checkConfirmed() throws IOException, StepFailedException, InterruptedException {
        Person bob = stage.cast().bob();
        Received told = stage.receiveThat(
                bob, "confirmed-to-bob", mail -> mail.isAbout("The post is out"), Showing.text(Excerpt::findings));
        stage.check(told.says("with our signature unchanged"), "Bob reads that the post has appeared");
    }

    void checkNothingNew(String what) throws StepFailedException {
        stage.check(stage.world().unread(stage.cast().list()).isEmpty(), what);
    }
}
