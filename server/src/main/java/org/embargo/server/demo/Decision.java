package org.embargo.server.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The team decides what becomes public, and when. */
final class Decision implements Scene {
    private static final Pattern APPROVE = Pattern.compile("(?m)^/approve [a-z2-7]{26,}");
    private static final int SECONDS_TO_THE_HOUR = 24;

    @Override
    public String title() {
        return "Alice accepts the report and sets the hour, Bob approves the texts";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Orders orders = new Orders(stage, plot);
        Instant hour = Instant.now().plusSeconds(SECONDS_TO_THE_HOUR).truncatedTo(ChronoUnit.SECONDS);
        orders.about(stage.cast().alice(), "decision", """
                /accept
                /title %s
                /severity high
                /affects >= 42, < 45.0.2
                /fixed none
                /patch none
                /description
                A crafted file makes the reader of key files return memory that it should
                not.
                /end
                /remedy
                Refuse key files from strangers.
                /end
                /disclose %s""".formatted(Plot.PUBLIC_TITLE, hour), Excerpt::done);
        Received accepted = stage.receiveThat(
                stage.cast().robin(), "accepted-to-robin", mail -> mail.isAbout("accepted"), Excerpt::beginning);
        stage.check(accepted.letter().isEncrypted(), "Robin is told that his report is accepted, encrypted");
        Person bob = stage.cast().bob();
        String preview = orders.about(bob, "preview", "/preview", Excerpt::done).text();
        Matcher approval = APPROVE.matcher(preview);
        stage.check(
                approval.find() && preview.contains(Plot.PUBLIC_TITLE),
                "it shows word by word what would go out, and the line that approves exactly this");
        orders.about(bob, "approval", approval.group(), Excerpt::done);
        stage.check(stage.world().unread(stage.cast().vera()).isEmpty(), "nobody outside knows of it yet");
    }
}
