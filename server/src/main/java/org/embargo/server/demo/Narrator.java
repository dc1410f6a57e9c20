package org.embargo.server.demo;

import java.io.PrintStream;
import java.nio.file.Path;

/** Tells the story in a terminal of 80 columns. The only one who prints. */
final class Narrator {
    private static final int WIDTH = 78;
    private static final String BAR = "  | ";

    private static final String OPENING = "A security desk, security@project.example, on a server of its own. Around it"
            + " a mail world on this machine; no mail leaves it. Robin finds vulnerabilities. Alice and Bob are the"
            + " desk's team. Each has a key, made by gpg just now; Carol, who comes later, has none."
            + " Vera works for a distribution. The desk's week between advance notice and disclosure takes ten seconds"
            + " here.\n";

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Narrator(PrintStream out) {
        this.out = out;
    }

    void scene(int number, String title) {
        String heading = "== " + number + ". " + title + " ";
        out.println();
        out.println(heading + "=".repeat(Math.max(0, WIDTH - heading.length())));
    }

    void say(String text) {
        wrapped(text, "");
    }

    /** A step that held. */
    void held(String what) {
        wrapped("[ok] " + what, "     ");
    }

    /** One header of a mail. */
    void header(String name, String value) {
        if (!value.isEmpty()) {
            out.println(BAR + name + ": " + value);
        }
    }

    /** What somebody writes or reads. */
    void text(String text) {
        out.println(BAR.stripTrailing());
        text.strip().lines().forEach(line -> out.println((BAR + line).stripTrailing()));
    }

    /** A remark below a mail. */
    void note(String text) {
        out.println(BAR + "(" + text + ")");
    }

    void opening() {
        wrapped(OPENING, "");
    }

    void end(Path mails) {
        out.println();
        out.println(
                "Every step held, in " + (System.nanoTime() - begin) / 1_000_000_000 + " s. Everything is stopped.");
        out.println("All mails lie as they crossed the wire (.eml) and as they read (.txt) in");
        out.println(mails);
        out.flush();
    }

    void failed(String what) {
        out.println();
        wrapped("[FAILED] " + what, "");
        out.flush();
    }

    private void wrapped(String text, String indent) {
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                    out.println(line);
                    line = new StringBuilder(indent);
                } else if (!line.isEmpty()) {
                    line.append(' ');
                }
                line.append(word);
            }
            out.println(line);
        }
        out.flush();
    }
}
