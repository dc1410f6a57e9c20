package org.embargo.server.demo;

import java.io.PrintStream;
import java.nio.file.Path;

/** Tells the story in a terminal of 80 columns. The only one who prints. */
final class Narrator {
    private static final int WIDTH = 78;
    private static final String BAR = "  | ";

    private static final String OPENING = "A security desk, security@project.example, on a server of its own. Around it"
            + " a mail world on this machine; no mail leaves it. Robin finds vulnerabilities. Alice and Bob are the"
            + " desk's team. Vera and Walt work for vendors. Each has a key, made by gpg just now; Carol, who comes"
            + " later, has none. The desk wants two members for what can't be taken back.\n";

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

    /** What somebody writes or reads. */
    void text(String text) {
        text.strip().lines().forEach(line -> out.println((BAR + line).stripTrailing()));
    }

    /** A mail that somebody writes; the subject is what he alone and the reader see. */
    void written(String subject, String text) {
        header("Subject", subject);
        out.println(BAR.stripTrailing());
        text(text);
    }

    /** A mail that somebody holds in his hands. */
    void show(Person reader, Received mail, Showing showing, Path file) throws StepFailedException {
        Letter letter = mail.letter();
        say(reader.name() + " receives " + (letter.isEncrypted() ? "an encrypted mail:" : "a mail in clear:"));
        showing.headers().forEach(header -> header(header, letter.header(header)));
        if (letter.isEncrypted()) {
            header("(inside) Subject", mail.content().header("Subject"));
        }
        out.println(BAR.stripTrailing());
        text(showing.excerpt().apply(mail.text()));
        note("all of it: " + file);
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
        wrapped(
                "All mails lie, as they crossed the wire (.eml) and as they read (.txt), beside the repository"
                        + " (project.git) in",
                "");
        out.println(mails);
        out.flush();
    }

    void failed(String what) {
        out.println();
        wrapped("[FAILED] " + what, "");
        out.flush();
    }

    private void header(String name, String value) {
        if (!value.isEmpty()) {
            wrapped(BAR + name + ": " + value, BAR + "  ");
        }
    }

    private void wrapped(String text, String indent) {
        for (String paragraph : text.split("\n", -1)) {
            String line = paragraph;
            for (int end = lastBlankWithin(line, indent); end > 0; end = lastBlankWithin(line, indent)) {
                out.println(line.substring(0, end));
                line = indent + line.substring(end + 1);
            }
            out.println(line);
        }
        out.flush();
    }

    /** Where to break a line that is too long; 0 or less where it is not, or can't be broken. */
    private static int lastBlankWithin(String line, String indent) {
        int end = line.length() <= WIDTH ? 0 : line.lastIndexOf(' ', WIDTH);
        return end > indent.length() ? end : 0;
    }
}
