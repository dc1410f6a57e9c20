package org.embargo.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.embargo.content.SpoolFolder;
import org.embargo.desk.steps.OutsideWork;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.openpgp.Certificate;
import org.embargo.origin.NameServer;
import org.embargo.outbox.OutgoingMail;
import org.embargo.outbox.Postman;

/** A home with one desk and two members, run without a mail server: mail goes in by hand, letters are collected. */
final class TestHome implements Postman, AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final String DESK = "security@project.example";

    private static final Person ALICE = Person.at("alice@project.example", START.minusSeconds(86_400));
    private static final Person BOB = Person.at("bob@project.example", START.minusSeconds(86_400));

    final PinnedClock clock = new PinnedClock(START);
    final Person alice = ALICE;
    final Person bob = BOB;
    final List<OutgoingMail> sent = new ArrayList<>();
    final Path folder;
    private Optional<Instant> ticksStandAt = Optional.empty();
    /** Whether the mail server says what becomes of letters. */
    boolean reporting = true;
    /** What happens right after a letter was handed over, before the next is looked at. */
    Consumer<OutgoingMail> amid = mail -> {};
    /** What the mail server has in its queue. */
    final Set<LetterId> queued = new HashSet<>();

    private Embargo embargo;
    private final Map<String, Certificate> deskCertificates = new HashMap<>();

    private TestHome(Path folder) {
        this.folder = folder;
        TestHomeTemplate.copyTo(folder);
        writeDesk("example", DESK, "PYCA", List.of(alice, bob), "receipt-delay = 0s\n");
        this.embargo = Embargo.start(folder, clock, this::ticks, this, new AtOnce());
    }

    static TestHome in(Path folder) {
        return new TestHome(folder);
    }

    /** From now on the clock moves and the monotonic one does not, as when somebody sets the clock. */
    void ticksStand() {
        ticksStandAt = Optional.of(clock.instant());
    }

    private long ticks() {
        return Duration.between(START, ticksStandAt.orElseGet(clock::instant)).toNanos();
    }

    Embargo embargo() {
        return embargo;
    }

    void writeDesk(String name, String address, String prefix, List<Person> team, String more) {
        Path desk = folder.resolve("conf/desks").resolve(name);
        String members = team.stream().map(person -> person.address().value()).collect(Collectors.joining(", "));
        try {
            Files.createDirectories(desk.resolve("team"));
            Files.writeString(
                    desk.resolve("desk.properties"),
                    "address = " + address + "\ncase-prefix = " + prefix + "\nproject = cryptography\n"
                            + "mailing-list = dev@lists.example\nteam = " + members + "\n" + more);
            for (Person member : team) {
                Files.writeString(
                        desk.resolve("team").resolve(member.address().value() + ".asc"),
                        member.certificate().armored());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on posts go to {@code lists}, separated by commas. */
    void postTo(String lists) {
        Path desk = folder.resolve("conf/desks/example/desk.properties");
        try {
            Files.writeString(
                    desk, Files.readString(desk).replaceFirst("(?m)^mailing-list = .*$", "mailing-list = " + lists));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** Stops and starts again on the same files, as after an orderly stop. */
    void restart() {
        restart(new AtOnce());
    }

    void restart(OutsideWork outside) {
        embargo.close();
        embargo = Embargo.start(folder, clock, this::ticks, this, outside);
    }

    /** Stops, and starts on another home. */
    void startOn(Path other) {
        embargo.close();
        embargo = Embargo.start(other, clock, this::ticks, this, new AtOnce());
    }

    /** From now on the DNS is what {@code server} knows. */
    void ask(NameServer server) {
        try {
            Files.writeString(
                    folder.resolve("conf/embargo.properties"),
                    "\norigin.name-servers = 127.0.0.1:" + server.address().getPort() + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** What {@code security+key@} answers with. */
    Certificate deskCertificate() {
        return deskCertificate(DESK);
    }

    Certificate deskCertificate(String address) {
        return deskCertificates.computeIfAbsent(address, this::askForKey);
    }

    private Certificate askForKey(String address) {
        receive(
                "rita@reporter.example",
                address.replace("@", "+key@"),
                fields("rita@reporter.example", "key") + "\r\n");
        OutgoingMail answer = sent.remove(sent.size() - 1);
        OpenedMail opened = alice.read(answer.message(), alice.certificate(), spools(), clock.instant());
        return opened.certificates().get(0).certificate();
    }

    /** Seals, opens and takes in one mail, and sends what follows at once. */
    IntakeId receive(String sender, String recipient, String message) {
        IntakeId id = accept(sender, recipient, message);
        try {
            embargo.open(id).ifPresent(embargo::takeIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        embargo.runDue();
        return id;
    }

    IntakeId accept(String sender, String recipient, String message) {
        DeskAddress to = embargo.deskAddress(recipient).orElseThrow();
        Optional<Address> from = Address.parse(sender);
        Envelope envelope =
                new Envelope(from, to, clock.instant(), new Envelope.Client("127.0.0.1", "client.example", false));
        try {
            return embargo.accept(envelope, new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fields(String from, String subject) {
        return "From: " + from + "\r\nTo: " + DESK + "\r\nSubject: " + subject
                + "\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMessage-ID: <"
                + Math.floorMod(subject.hashCode(), 1_000_000)
                + "@reporter.example>\r\n";
    }

    List<OutgoingMail> sentTo(String address) {
        Address to = new Address(address);
        return sent.stream().filter(mail -> mail.recipient().equals(to)).toList();
    }

    SpoolFolder spools() {
        try {
            return new SpoolFolder(folder.resolve("readers-spool"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The relay takes all, and that is reported before the hand-over is marked. */
    @Override
    public void handOver(OutgoingMail mail) {
        sent.add(mail);
        if (reporting) {
            embargo.delivered(mail.id());
        } else {
            queued.add(mail.id());
        }
        amid.accept(mail);
    }

    @Override
    public Set<LetterId> inHand() {
        return Set.copyOf(queued);
    }

    @Override
    public void close() {
        embargo.close();
    }
}
