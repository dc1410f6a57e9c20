package org.embargo.server.demo;

import java.io.IOException;

/** An upstream that the project bundles has released. */
final class UpstreamRelease implements Scene {
    private static final String SUBJECT = "OpenSSL 3.4.1 published";
    private static final String ANNOUNCEMENT = """
            OpenSSL version 3.4.1 published
            ===============================

            OpenSSL - The Open Source toolkit for SSL/TLS
            https://www.openssl.org/

            The OpenSSL Project is pleased to announce that OpenSSL version 3.4.1
            of our open source toolkit for SSL/TLS is now available.

            OpenSSL 3.4.1 is a security patch release. The most severe CVE fixed
            in this release is High.

            Yours,
            The OpenSSL Project Team.
            """;
    private static final String FOOTER = """
            _______________________________________________
            openssl-announce mailing list
            """;

    @Override
    public String title() {
        return "OpenSSL announces a release: ours is due, and is announced";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        announce(stage);
        Person bob = stage.cast().bob();
        Received due = stage.receiveThat(
                bob,
                "upstream-to-bob",
                mail -> mail.isAbout("Upstream release"),
                Showing.text(Excerpt::findingsAndContent));
        stage.check(due.says("Our own release is due by"), "Bob reads what OpenSSL fixes, and until when ours is due");
        plot.next(Plot.caseIdIn(due.header("Subject")), due.header("Reply-To"));
        stage.narrator().say("Two days later Bob has built and uploaded 45.0.3.");
        new Orders(stage, plot)
                .about(
                        bob,
                        "upstream-released",
                        "/released 45.0.3 https://project.example/releases/45.0.3",
                        Excerpt::done);
        PublicList list = new PublicList(stage, plot);
        Received post = list.receive("upstream-post-to-the-list", Excerpt::whole);
        stage.check(
                post.says("built against openssl 3.4.1") && post.says("strongly recommend"),
                "everybody reads what the release brings, and that upgrading is recommended");
        list.passOn(post);
        list.checkConfirmed();
    }

    private static void announce(Stage stage) throws IOException, StepFailedException, InterruptedException {
        Person openssl = stage.cast().openssl();
        Written announcement = new Written(
                openssl,
                "security+upstream@project.example",
                SUBJECT,
                openssl.gpg().signClear(ANNOUNCEMENT) + "\n" + FOOTER);
        stage.narrator().say("OpenSSL's list passes on to its subscribers, signed:");
        stage.narrator().written(SUBJECT, ANNOUNCEMENT);
        String wire = "List-Id: <openssl-announce.openssl.org>\nPrecedence: list\n" + announcement.plain();
        stage.send(openssl, announcement, wire, "upstream-by-openssl");
    }
}
