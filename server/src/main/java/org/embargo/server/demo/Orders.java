package org.embargo.server.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What members order by mail, signed and encrypted, and what the desk answers. */
final class Orders {
    private final Stage stage;
    private final Plot plot;

    private final boolean shown;
    private final boolean firstOfTwo;

    Orders(Stage stage, Plot plot) {
        this(stage, plot, true, false);
    }

    private Orders(Stage stage, Plot plot, boolean shown, boolean firstOfTwo) {
        this.stage = stage;
        this.plot = plot;
        this.shown = shown;
        this.firstOfTwo = firstOfTwo;
    }

    /** For what has been seen before: the answers lie in the folder, and are checked all the same. */
    Orders quietly() {
        return new Orders(stage, plot, false, firstOfTwo);
    }

    /** For what another member must order as well: the answer says that it is not done yet. */
    Orders firstOfTwo() {
        return new Orders(stage, plot, shown, true);
    }

    /** About the case; the answer says that it was done. */
    Received about(Person member, String name, String commands, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        return done(order(member, name, commands), member, name, excerpt);
    }

    /** With patches attached. */
    Received withPatch(Person member, String name, String command, String patch)
            throws IOException, StepFailedException, InterruptedException {
        return done(order(member, name, command).withPatch("fix.patch", patch), member, name, Excerpt::doneAndOpen);
    }

    /** About no case, with somebody's certificate attached. */
    Received atTheDesk(Person member, String name, String command, Person owner)
            throws IOException, StepFailedException, InterruptedException {
        Written order = new Written(member, Stage.DESK, name, Stage.DESK + "\n\n" + command).withCertificateOf(owner);
        return done(order, member, name, Excerpt::whole);
    }

    /** About the case; with a mistake in it, so that nothing of it is done. */
    Received inVain(Person member, String name, String commands)
            throws IOException, StepFailedException, InterruptedException {
        Received answer = answered(order(member, name, commands), member, name, Excerpt::done);
        stage.check(answer.text().startsWith("Not done"), "one wrong line, and nothing of it was done");
        return answer;
    }

    private Written order(Person member, String name, String commands) {
        return new Written(member, plot.caseAddress(), name, plot.caseId() + "\n\n" + commands);
    }

    private Received done(Written order, Person member, String name, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        Received answer = answered(order, member, name, excerpt);
        stage.check(
                answer.text().startsWith(firstOfTwo ? "Not done yet" : "Done")
                        && answer.letter().isEncrypted()
                        && answer.content().isSignedBy(plot.deskFingerprint()),
                (firstOfTwo ? "not done yet" : "done") + "; the answer is signed by the desk and encrypted to "
                        + member.name());
        return answer;
    }

    private Received answered(Written order, Person member, String name, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        tell(order, member);
        long sent = System.nanoTime();
        stage.send(member, order, order.encryptedTo(plot.deskFingerprint()), name + "-by-" + member.fileName());
        Received answer = stage.receiveThat(
                member,
                "answer-to-" + member.fileName(),
                mail -> mail.header("In-Reply-To").equals(order.messageId()),
                shown ? Showing.text(excerpt) : Showing.nothing());
        plot.answered(Duration.ofNanos(System.nanoTime() - sent));
        return answer;
    }

    private void tell(Written order, Person member) {
        if (shown) {
            stage.narrator().say(member.name() + " writes to " + order.recipient() + ", signed and encrypted:");
            stage.narrator().text(order.text());
            order.files().forEach(file -> stage.narrator().note("attached: " + file));
        } else {
            String command = order.text().substring(order.text().indexOf("\n\n") + 2);
            stage.narrator().say(member.name() + " writes in the same way: " + command.split(" [a-z2-7]{26}", 2)[0]);
        }
    }
}
