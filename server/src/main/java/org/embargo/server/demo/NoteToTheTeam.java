package org.embargo.server.demo;

import java.io.IOException;

/** What a member answers stays in the team. */
final class NoteToTheTeam implements Scene {

    @Override
    public String title() {
        return "Alice answers: a note for the team alone";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person alice = stage.cast().alice();
        Written note = new Written(alice, plot.caseAddress(), "Re: the report", """
                I can reproduce it. %s has the same mistake; I take this one.

                Alice""".formatted(Plot.NOTE_WORD));
        stage.narrator().say("Alice answers the desk's mail, signed and encrypted, as any mail program does it:");
        stage.narrator().text(note.text());
        stage.send(alice, note, note.encryptedTo(plot.deskFingerprint()), "note-by-alice");
        Received forBob = stage.receive(stage.cast().bob(), "note-to-bob", Showing.text(Excerpt::findingsAndContent));
        stage.check(
                forBob.letter().isEncrypted()
                        && forBob.content().isSignedBy(plot.deskFingerprint())
                        && forBob.text().contains(Plot.NOTE_WORD),
                "Bob reads Alice's note");
        stage.check(forBob.text().contains(alice.fingerprint().substring(36)), "he is told whose signature it bears");
        stage.settle();
        stage.check(stage.world().unread(stage.cast().robin()).isEmpty(), "Robin gets nothing of it");
        stage.check(stage.world().unread(alice).isEmpty(), "Alice gets no copy of her own note");
    }
}
