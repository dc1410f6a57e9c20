package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** All that the scenes play with: people, a mail world, a server, its home, and a repository. One thread. */
final class Stage {
    static final String DESK = "security@project.example";

    private static final long SETTLE_MILLIS = 2000;

    private final Folders folders;
    private final Launcher launcher;
    private final Narrator narrator;
    private final Cleaning cleaning;
    private final Keepsakes keepsakes;
    private final MailWorld world;
    private final Cast cast;
    private final Repository repository;
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
        this.repository = Repository.make(
                folders.mails().resolve("project.git"), folders.temporary().resolve("clone"));
        NoNames names = new NoNames();
        cleaning.later(names::close);
        DeskFolder.furnish(folders.home(), cast, repository, names);
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

    Repository repository() {
        return repository;
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
        return receive(reader, name, Showing.whole());
    }

    /** The same, showing a part of it only. */
    Received receive(Person reader, String name, Showing showing)
            throws IOException, StepFailedException, InterruptedException {
        return receiveThat(reader, name, mail -> true, showing);
    }

    /** The next mail that is {@code wanted}; what comes before it is kept, and not shown. */
    Received receiveThat(Person reader, String name, Wanted wanted, Showing showing)
            throws IOException, StepFailedException, InterruptedException {
        Received received = next(reader, name);
        while (!wanted.is(received)) {
            keep("mail-to-" + reader.fileName(), received);
            received = next(reader, name);
        }
        Path text = keep(name, received);
        if (!showing.isNothing()) {
            narrator.show(reader, received, showing, text.getFileName());
        }
        return received;
    }

    /** Keeps what has come for anybody beyond what was shown. */
    void putAsideTheRest() throws IOException, StepFailedException, InterruptedException {
        for (Person reader : cast.all()) {
            while (!world.unread(reader).isEmpty()) {
                keep("mail-to-" + reader.fileName(), next(reader, "the rest"));
            }
        }
    }

    /** Gives what should not come the time to come. */
    void settle() throws InterruptedException {
        Thread.sleep(SETTLE_MILLIS);
    }

    /** Lets time go by. */
    void passTo(Instant moment, String andThen) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), moment);
        if (!left.isNegative()) {
            Thread.sleep(left.toMillis());
        }
        narrator.say(andThen);
    }

    /** Ends the story unless {@code holds}. */
    void check(boolean holds, String what) throws StepFailedException {
        if (!holds) {
            throw new StepFailedException("this does not hold: " + what);
        }
        narrator.held(what);
    }

    private Received next(Person reader, String what) throws IOException, StepFailedException, InterruptedException {
        Letter letter = world.next(reader, what);
        return new Received(
                letter,
                letter.open(reader.gpg())
                        .orElseThrow(() -> new StepFailedException(reader.name() + " can't open the mail that came")));
    }

    private Path keep(String name, Received received) throws IOException, StepFailedException {
        return keepsakes.keep(name, received.letter().bytes(), received.text());
    }

    private LocalServer launched() throws IOException {
        LocalServer launched = LocalServer.launch(launcher, folders.home(), world.relayPort());
        cleaning.later(launched::close);
        return launched;
    }

    private void awaitReady() throws StepFailedException, InterruptedException {
        narrator.say(server.awaitReady());
    }
}
