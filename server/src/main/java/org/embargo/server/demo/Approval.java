package org.embargo.server.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hour is set, and both members approve what will go out. */
final class Approval implements Scene {
    private static final Pattern APPROVE = Pattern.compile("(?m)^/approve [a-z2-7]{26,}");
    /** Mails that must have gone to and fro before the notice, and between notice and hour. */
    private static final int ANSWERS = 8;

    private static final Duration SHORTEST = Duration.ofSeconds(6);

    @Override
    public String title() {
        return "Alice sets the hour; both see what will go out, and approve it";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Orders orders = new Orders(stage, plot);
        Duration needed = plot.slowestAnswer().multipliedBy(ANSWERS);
        long lead = (needed.compareTo(SHORTEST) > 0 ? needed : SHORTEST).toSeconds();
        Instant notice = Instant.now().plus(needed).plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        plot.timetable(notice, notice.plusSeconds(lead));
        stage.narrator().say("What takes a week at a real desk takes " + lead + " seconds here.");
        orders.about(
                stage.cast().alice(), "hour", "/advance " + lead + "s\n/disclose " + plot.hour(), Excerpt::doneAndOpen);
        approve(stage, plot, orders, stage.cast().bob());
        stage.check(nobodyOutsideKnows(stage), "one of two has approved; nobody outside has heard anything");
        approve(stage, plot, orders.quietly(), stage.cast().alice());
    }

    static void approve(Stage stage, Plot plot, Orders orders, Person member)
            throws IOException, StepFailedException, InterruptedException {
        Received preview = orders.about(member, "preview", "/preview", Excerpt::plan);
        Matcher approval = APPROVE.matcher(preview.text());
        stage.check(
                approval.find() && preview.says(Plot.PUBLIC_TITLE),
                "it shows word by word what would go out, and the line that approves exactly this");
        orders.about(member, "approval", approval.group(), Excerpt::done);
    }

    private static boolean nobodyOutsideKnows(Stage stage) throws StepFailedException {
        boolean nobody = stage.world().unread(stage.cast().list()).isEmpty();
        for (Person vendor : stage.cast().vendors()) {
            nobody &= stage.world().unread(vendor).isEmpty();
        }
        return nobody;
    }
}
