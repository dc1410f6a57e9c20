package org.embargo.server.demo;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** What members order by mail, signed and encrypted, and what the desk answers. */
final class Orders {
    private final Stage stage;
    private final Plot plot;

    Orders(Stage stage, Plot plot) {
        this.stage = stage;
        this.plot = plot;
    }

    /** About the case; the answer says that it was done. */
    Received about(Person member, String name, String commands, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        return send(
                member, new Written(member, plot.caseAddress(), name, plot.caseId() + "\n" + commands), name, excerpt);
    }

    /** About no case, with somebody's certificate attached. */
    Received atTheDesk(Person member, String name, String command, Person owner)
            throws IOException, StepFailedException, InterruptedException {
        Written order = new Written(member, Stage.DESK, name, Stage.DESK + "\n" + command).withCertificateOf(owner);
        return send(member, order, name, Excerpt::whole);
    }

    private Received send(Person member, Written order, String name, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        stage.narrator().say(member.name() + " writes to " + order.recipient() + ", signed and encrypted:");
        stage.narrator().text(order.text());
        stage.send(member, order, order.encryptedTo(plot.deskFingerprint()), name + "-by-" + member.fileName());
        Received answer = stage.receiveThat(
                member,
                "answer-to-" + member.fileName(),
                mail -> mail.header("In-Reply-To").equals(order.messageId()),
                excerpt);
        stage.check(
                answer.text().startsWith("Done")
                        && answer.letter().isEncrypted()
                        && answer.content().isSignedBy(plot.deskFingerprint()),
                "it is done, and the answer is encrypted to " + member.name());
        return answer;
    }
}
