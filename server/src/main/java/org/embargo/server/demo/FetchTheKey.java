package org.embargo.server.demo;

import java.io.IOException;

/** The reporter asks for the key by mail, and compares it with what the operator publishes. */
final class FetchTheKey implements Scene {

    @Override
    public String title() {
        return "Robin asks for the desk's key";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person robin = stage.cast().robin();
        Written question = new Written(robin, "security+key@project.example", "Your key?", "Please send me your key.");
        stage.send(robin, question, question.plain(), "robin-asks-for-the-key");
        Received answer = stage.receive(robin, "key-to-robin");
        byte[] certificate = answer.content()
                .certificate()
                .orElseThrow(() -> new StepFailedException("the answer brings no certificate"));
        plot.deskFingerprint(robin.gpg().take(certificate));
        stage.check(answer.header("In-Reply-To").equals(question.messageId()), "it answers Robin's mail");
        publish(stage, plot);
        stage.check(
                answer.letter().open(robin.gpg()).orElseThrow().isSignedBy(plot.deskFingerprint()),
                "gpg: good signature over the answer, by that key");
    }

    /** The others have it from there. */
    private static void publish(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        byte[] published = stage.publishedKey();
        boolean same = true;
        for (Person person : stage.cast().all()) {
            same &= person.gpg().take(published).equals(plot.deskFingerprint());
        }
        stage.check(same, "everybody else imports what \"embargo key\" prints: the same fingerprint");
    }
}
