package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All that the scenes play with: people, a mail world, a server and its home. One thread. */
final class Stage {
    static final String DESK = "security@project.example";

    private static final long SETTLE_MILLIS = 2000;
    private static final List<String> HEADERS =
            List.of("Return-Path", "From", "To", "Reply-To", "Subject", "Auto-Submitted", "In-Reply-To");

    private final Folders folders;
    private final Launcher launcher;
    private final Narrator narrator;
    private final Cleaning cleaning;
    private final Keepsakes keepsakes;
    private final MailWorld world;
    private final Cast cast;
    private LocalServer server;

    Stage(Folders folders, Launcher launcher, Narrator narrator, Cleaning cleaning)
            throws IOException, StepFailedException, InterruptedException {
        this.folders = folders;
        this.launcher = launcher;
        this.narrator = narrator;
        this.cleaning = cleaning;
        this.keepsakes = new Keepsakes(folders.mails());
        this.world = new MailWorld();
        cleaning.later(world::close);
        this.cast = Cast.assemble(folders.temporary(), cleaning);
        furnishHome();
        this.server = launched();
        awaitReady();
    }

    Cast cast() {
        return cast;
    }

    MailWorld world() {
        return world;
    }

    Narrator narrator() {
        return narrator;
    }

    LocalServer server() {
        return server;
    }

    Path home() {
        return folders.home();
    }

    /** What the operator would put on the project's web site. */
    byte[] publishedKey() throws IOException, StepFailedException, InterruptedException {
        return launcher.output("key", "project", "--home", folders.home().toString());
    }

    /** After a kill: the same server again, on the same home. */
    void restart() throws IOException, StepFailedException, InterruptedException {
        server = launched();
        awaitReady();
    }

    /** Hands a mail to the server; returns when it has answered 250. */
    void send(Person author, Written mail, String wire, String name) throws IOException, StepFailedException {
        keepsakes.keep(name, wire.getBytes(StandardCharsets.UTF_8), mail.text());
        server.door().send(author, mail, wire);
    }

    /** Waits for the next mail to {@code reader}, opens it with his keys, keeps it and shows all of it. */
    Received receive(Person reader, String name) throws IOException, StepFailedException, InterruptedException {
        return receive(reader, name, Excerpt::whole);
    }

    /** The same, showing a part of the text only. */
    Received receive(Person reader, String name, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        return shown(reader, name, next(reader), excerpt);
    }

    /** The next mail that is {@code wanted}; what comes before it is kept, and not shown. */
    Received receiveThat(Person reader, String name, Predicate<Received> wanted, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException, InterruptedException {
        Received received = next(reader);
        while (!wanted.test(received)) {
            keepsakes.keep("mail-to-" + reader.fileName(), received.letter().bytes(), received.text());
            received = next(reader);
        }
        return shown(reader, name, received, excerpt);
    }

    /** Keeps what has come for this person beyond what he was shown. */
    void putAside(Person reader) throws IOException, StepFailedException, InterruptedException {
        while (!world.unread(reader).isEmpty()) {
            Received received = next(reader);
            keepsakes.keep("mail-to-" + reader.fileName(), received.letter().bytes(), received.text());
        }
    }

    private Received next(Person reader) throws IOException, StepFailedException, InterruptedException {
        Letter letter = world.next(reader);
        return new Received(
                letter,
                letter.open(reader.gpg())
                        .orElseThrow(() -> new StepFailedException(reader.name() + " can't open the mail that came")));
    }

    private Received shown(Person reader, String name, Received received, UnaryOperator<String> excerpt)
            throws IOException, StepFailedException {
        Letter letter = received.letter();
        Path text = keepsakes.keep(name, letter.bytes(), received.text());
        narrator.say(reader.name() + " receives " + (letter.isEncrypted() ? "an encrypted mail:" : "a mail in clear:"));
        HEADERS.forEach(header -> narrator.header(header, letter.header(header)));
        if (letter.isEncrypted()) {
            narrator.header("(inside) Subject", received.content().header("Subject"));
        }
        narrator.text(excerpt.apply(received.text()));
        narrator.note("all of it: " + text.getFileName());
        return received;
    }

    /** Gives what should not come the time to come. */
    void settle() throws InterruptedException {
        Thread.sleep(SETTLE_MILLIS);
    }

    /** Ends the story unless {@code holds}. */
    void check(boolean holds, String what) throws StepFailedException {
        if (!holds) {
            throw new StepFailedException("this does not hold: " + what);
        }
        narrator.held(what);
    }

    private LocalServer launched() throws IOException {
        LocalServer launched = LocalServer.launch(launcher, folders.home(), world.relayPort());
        cleaning.later(launched::close);
        return launched;
    }

    private void awaitReady() throws StepFailedException, InterruptedException {
        narrator.say(server.awaitReady());
    }

    /** A desk as an operator makes one: its properties and the certificates of its team. Serve does the rest. */
    private void furnishHome() throws IOException, StepFailedException, InterruptedException {
        Path desk = folders.home().resolve("conf/desks/project");
        Files.createDirectories(desk.resolve("team"));
        Files.writeString(desk.resolve("desk.properties"), """
                address       = security@project.example
                case-prefix   = PYCA
                project       = cryptography
                mailing-list  = project-dev@lists.example
                team          = alice@project.example, bob@project.example
                releases      = 45.0.1, 44.0.3
                receipt-delay = 0s
                advance-notice = 10s
                notice-spread = 0s
                last-call     = 2s
                list-hosts    = 127.0.0.1
                """);
        for (Person member : cast.team()) {
            Files.writeString(desk.resolve("team").resolve(member.address() + ".asc"), member.certificate());
        }
    }
}
