package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server with desks of the test's own, and the relay behind which everybody outside is. */
final class World implements AutoCloseable {
    private static final Pattern CASE = Pattern.compile("\\b[A-Z]{4}-\\d{4}-\\d{4,}\\b");
    private static final Duration PATIENCE_WITH_FAULTS = Duration.ofMinutes(5);
    private static final Duration BRIEFLY = Duration.ofMillis(20);
    /** A search through all letters of a long run takes the processor from the server. */
    private static final Duration BETWEEN_SEARCHES_WITH_FAULTS = Duration.ofMillis(200);

    private static final Duration SENT_WITHIN = Duration.ofMinutes(2);

    private final Path home;
    private final int smtpPort = ServerProcess.freePort();
    private final Map<Relay.Received, TeamLetter> read = new HashMap<>();
    private final List<String> withoutAnswer = new ArrayList<>();
    private final List<ServerProcess> started = new ArrayList<>();

    private List<String> within = List.of();
    private volatile boolean sendsAgain;
    private volatile Duration patience = Duration.ofSeconds(40);
    private Relay relay;

    @Nullable
    private ServerProcess server;

    World(Path home) throws IOException {
        this.home = home;
        this.relay = Relay.open();
    }

    /** Writes the folder of a desk that answers at once and without limits. */
    World desk(String name, String address, String prefix, GpgHome... team) throws IOException {
        Path folder = home.resolve("conf/desks").resolve(name);
        Files.createDirectories(folder.resolve("team"));
        List<String> members = new ArrayList<>();
        for (GpgHome member : team) {
            members.add(member.address());
            Files.writeString(folder.resolve("team/" + member.address() + ".asc"), member.certificate());
        }
        Files.writeString(
                folder.resolve("desk.properties"),
                "address = " + address + "\ncase-prefix = " + prefix + "\nproject = " + name
                        + "\nmailing-list = announce@lists.example\nteam = " + String.join(", ", members)
                        + "\nreceipt-delay = 0s\ncases-per-hour = 100000\nreceipts-per-address = 100000\n"
                        + "receipts-per-domain = 100000\nreceipts-per-hour = 100000\n");
        return this;
    }

    /** For the first time, or again; always at the same port and relay. */
    World start() throws IOException {
        server = prepared().start();
        started.add(server);
        return this;
    }

    /** A start that is killed after so long, ready or not. */
    void startAndKill(Duration after) throws IOException, InterruptedException {
        try (ServerProcess killed = prepared().launch()) {
            started.add(killed);
            Thread.sleep(after.toMillis());
            killed.kill();
        }
    }

    private ServerProcess.Builder prepared() {
        return ServerProcess.in(home).smtp(smtpPort).relay(relay.port()).within(within);
    }

    /** A program that becomes the launcher at each start. */
    World within(List<String> program) {
        within = List.copyOf(program);
        return this;
    }

    /** More lines for a desk's configuration. */
    World configure(String desk, String lines) throws IOException {
        Files.writeString(
                home.resolve("conf/desks").resolve(desk).resolve("desk.properties"), lines, StandardOpenOption.APPEND);
        return this;
    }

    /** More lines for the configuration of the server. */
    World serverConfiguration(String lines) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/embargo.properties"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return this;
    }

    /** The shipped configuration of logging, with every logger at its finest. */
    World logFinest() throws IOException {
        String shipped = Files.readString(ServerProcess.installation().resolve("conf/log4j2.xml"));
        String finest = shipped.replaceAll(
                        "(<(?:Root|Logger name=\"org\\.apache[^\"]*\"|Logger name=\"org\\.embargo\\.shaded[^\"]*\")"
                                + " level=\")[A-Z]+",
                        "$1DEBUG")
                .replaceAll("(<Logger name=\"org\\.embargo(?:\\.desk\\.[\\w.]+)?\" level=\")[A-Z]+", "$1TRACE");
        assertThat(finest).doesNotContain("level=\"WARN\"").doesNotContain("level=\"ERROR\"");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/log4j2.xml"), finest);
        return this;
    }

    /** Where these words stand in clear: in the home, in the temporary folder, in what all servers so far have printed. */
    Set<String> leaks(PlantedWords planted) throws IOException {
        Set<String> leaks = planted.leaks(home, server().temporaryFolder());
        for (ServerProcess each : started) {
            planted.find(String.join("\n", each.output()), false).forEach(word -> leaks.add(word + " in the output"));
        }
        return leaks;
    }

    /** From now on what is not taken is sent again until it is, as a mail server does, and answers may take longer. */
    World sendAgain() {
        sendsAgain = true;
        patience = PATIENCE_WITH_FAULTS;
        return this;
    }

    int smtpPort() {
        return smtpPort;
    }

    ServerProcess server() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }

    Relay relay() {
        return relay;
    }

    /** A relay that is back at its port; it has forgotten what it took before. */
    void relayIsBack() throws IOException {
        relay = Relay.on(relay.port());
    }

    /** Sends a mail, which is taken. */
    void send(String sender, String recipient, String mail) throws IOException {
        long deadline = System.nanoTime() + SENT_WITHIN.toNanos();
        String answer = offer(sender, recipient, mail);
        while (sendsAgain && !answer.startsWith("250") && System.nanoTime() < deadline) {
            sleepBriefly();
            answer = offer(sender, recipient, mail);
        }
        assertThat(answer).startsWith("250");
    }

    /** Sends a mail and returns the answer; a broken connection is one too. */
    String offer(String sender, String recipient, String mail) {
        try (SmtpClient client = SmtpClient.connect(smtpPort)) {
            return client.send(sender, recipient, mail);
        } catch (IOException e) {
            return "no answer: " + e.getMessage();
        }
    }

    /** Asks a desk for its certificate, as anybody may; in ASCII armor. */
    String keyOf(String desk, GpgHome visitor) throws IOException {
        Mime letter = letter(visitor.address(), askForKey(desk, visitor));
        return letter.parts().get(0).first("application/pgp-keys").content();
    }

    /** Returns the Message-ID of the question. */
    String askForKey(String desk, GpgHome visitor) throws IOException {
        return askForKey(desk, visitor.address());
    }

    String askForKey(String desk, String visitor) throws IOException {
        String id = Mails.messageId();
        String address = desk.replace("@", "+key@");
        send(visitor, address, Mails.plain(Mails.head(visitor, address, id, "key"), "please"));
        return id;
    }

    /**
     * A letter to a member, and what is inside.
     *
     * @param received as it crossed the wire
     * @param inside   what the desk signed in it
     */
    record TeamLetter(Relay.Received received, Mime inside) {

        Mime letter() {
            return Mime.of(received);
        }

        String caseId() {
            return caseOf(letter());
        }

        String text() {
            return inside.first("text/plain").text();
        }
    }

    /** The first letter to somebody outside in answer to the mail with this Message-ID. */
    Mime letter(String recipient, String messageId) {
        return Mime.of(letters(recipient, messageId, 1).get(0));
    }

    /** Waits for so many letters to somebody outside in answer to that mail. */
    List<Relay.Received> letters(String recipient, String messageId, int count) {
        return await(
                count + " answers to " + recipient,
                () -> relay.mailsTo(recipient).stream()
                        .filter(mail -> Mime.of(mail).field("In-Reply-To").contains(messageId))
                        .toList(),
                count);
    }

    /** Waits for the letter that brings a member the mail in which these words stand, such as its Message-ID. */
    TeamLetter teamLetter(GpgHome member, String desk, String words) {
        return teamLettersWith(member, desk, words, 1).get(0);
    }

    /** Waits for so many letters to a member with these words. */
    List<TeamLetter> teamLettersWith(GpgHome member, String desk, String words, int count) {
        return await(
                count + " letters to " + member + " with " + words,
                () -> opened(member, desk, "[").stream()
                        .filter(letter -> holds(letter.inside(), words))
                        .toList(),
                count);
    }

    /** Waits for so many letters to a member about a case. */
    List<TeamLetter> teamLetters(GpgHome member, String desk, String caseId, int count) {
        return await(
                count + " letters to " + member + " about " + caseId,
                () -> opened(member, desk, "[" + caseId + "]"),
                count);
    }

    private List<TeamLetter> opened(GpgHome member, String desk, String subject) {
        List<TeamLetter> letters = new ArrayList<>();
        for (Relay.Received mail : relay.mailsTo(member.address())) {
            if (Mime.of(mail).field("Subject").startsWith(subject)) {
                letters.add(read.computeIfAbsent(mail, unread -> open(member, desk, unread)));
            }
        }
        return letters;
    }

    private static TeamLetter open(GpgHome member, String desk, Relay.Received mail) {
        try {
            return new TeamLetter(mail, member.open(Mime.of(mail), desk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Mime part, String words) {
        return part.type().startsWith("multipart/")
                ? part.parts().stream().anyMatch(each -> holds(each, words))
                : part.content().replaceAll("\\s+", " ").contains(words);
    }

    private <T> List<T> await(String what, Supplier<List<T>> search, int count) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<T> found = search.get();
        while (found.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "waited for " + what + "; of all " + relay.mails().size() + " letters these are: " + found);
            }
            sleep(sendsAgain ? BETWEEN_SEARCHES_WITH_FAULTS : BRIEFLY);
            found = search.get();
        }
        return found;
    }

    /** That nothing goes to this address, now and until the world ends. */
    void expectNoLetterTo(String address) {
        assertThat(relay.mailsTo(address)).isEmpty();
        withoutAnswer.add(address);
    }

    /** The case that a letter names outside. */
    static String caseOf(Mime letter) {
        return findCase(letter).orElseThrow(() -> new AssertionError("no case in\n" + letter.header()));
    }

    /** As {@link #caseOf}; empty where it names none. */
    static Optional<String> findCase(Mime letter) {
        Matcher matcher = CASE.matcher(letter.field("Subject"));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    static void sleepBriefly() {
        sleep(BRIEFLY);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        relay.close();
        withoutAnswer.forEach(
                address -> assertThat(relay.mailsTo(address)).as(address).isEmpty());
    }
}
