package org.embargo.server.demo;

import java.io.IOException;

/** The team says what it makes of the report. */
final class Decision implements Scene {
    private static final String FIELDS = """
                /accept
                /owner alice@project.example
                /title %s
                /severity CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N
                /cwe CWE-125
                /affects >= 42.0, < 44.0.4
                /affects >= 45.0, < 45.0.2
                /fixed 45.0.2, 44.0.4
                /description
                By handing over a crafted PKCS#12 file, an attacker can make the reader
                return up to 64 KB of memory that lies behind its buffer.
                /end
                /remedy
                Upgrade, and start programs that use the library anew.
                /end
                /workaround
                Read no PKCS#12 files from strangers.
                /end""".formatted(Plot.PUBLIC_TITLE);

    @Override
    public String title() {
        return "Alice accepts the report and says what is known";
    }

    @Override
    public void play(Stage stage, Plot plot) throws IOException, StepFailedException, InterruptedException {
        Person alice = stage.cast().alice();
        Orders orders = new Orders(stage, plot);
        orders.inVain(alice, "decision", "/accept\n/sevrity high");
        orders.about(alice, "decision", FIELDS, Excerpt::doneAndOpen);
        Received accepted = stage.receiveThat(
                stage.cast().robin(),
                "accepted-to-robin",
                mail -> mail.isAbout("accepted"),
                Showing.text(Excerpt::whole));
        stage.check(
                accepted.letter().isEncrypted() && !accepted.letter().shows("alice"),
                "Robin is told, encrypted, in the desk's name and not in Alice's");
        Received told = stage.receiveThat(
                stage.cast().bob(), "decision-to-bob", mail -> mail.says("/severity"), Showing.text(Excerpt::findings));
        stage.check(told.says(alice.address()), "Bob is told who did what");
    }
}
