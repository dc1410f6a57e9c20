package org.embargo.desk;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.desk.delivery.DeliveryReports;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.hostile.Seeds;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.IntakeId;
import org.embargo.origin.NameServer;
import org.embargo.outbox.OutgoingMail;
import org.embargo.outbox.Postman;
import org.embargo.store.TakenMail;

/** A desk that has the keys of the corpus and takes hostile mail in, one after another, and keeps count. One thread. */
final class MutantDesk implements Postman, AutoCloseable {

    /** Shortly after the mails of the corpus were made. */
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final String FRONT = "security@project.example";
    private static final List<String> FIXED = List.of(
            FRONT,
            FRONT,
            FRONT,
            FRONT,
            "security+list@project.example",
            "security+upstream@project.example",
            "security+key@project.example",
            "security+anything@project.example");
    private static final int MOST_ADDRESSES = 16;
    private static final int COLLECTIONS = 5;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final List<String> MEMBERS = List.of("alice", "bob");
    private static final Pattern TOKEN = Pattern.compile("security\\+r\\.[a-z0-9]{26}@project\\.example");
    private static final Pattern CASE = Pattern.compile("CORP-2026-\\d{4,}");
    private static final Pattern FROM = Pattern.compile("(?im)^From:.*?([\\w.+-]+@[\\w.-]+)");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final PinnedClock clock = new PinnedClock(START);
    private final NameServer names = NameServer.start();
    private final Workshop workshop;
    private final IntakeDesk intake;
    private final DeliveryReports reports;
    private final DueWorkList dueWork;
    private final List<String> complaints = new ArrayList<>();
    private final List<IntakeId> accepted = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>(FIXED);
    private long letters;
    private long allNanos;
    private long slowestNanos;
    private int slowest;
    private long largestBytes;
    private int largest;
    private long bytesOfLast;
    private boolean looksAtLetters = true;

    private MutantDesk(Path home) throws IOException {
        write(home);
        this.workshop = new DeskStart(home, clock, this::ticks).open(this);
        this.intake = workshop.intake(() -> {});
        this.reports = workshop.deliveryReports();
        this.dueWork = workshop.dueWork(intake, reports, new AtOnce(), () -> {});
    }

    static MutantDesk in(Path home) throws IOException {
        return new MutantDesk(home);
    }

    private void write(Path home) throws IOException {
        TestHomeTemplate.copyTo(home);
        Path desk = home.resolve("conf/desks/corpus");
        Files.createDirectories(desk.resolve("team"));
        Files.createDirectories(desk.resolve("former"));
        Path keys = Seeds.folder().resolve("keys");
        for (String member : MEMBERS) {
            Files.copy(
                    keys.resolve("registered/" + member + ".asc"),
                    desk.resolve("team/" + member + "@reporter.example.asc"));
        }
        try (Stream<Path> secret = Files.list(keys.resolve("project-secret"))) {
            for (Path key : secret.sorted().toList()) {
                String name = key.getFileName().toString();
                if (!name.equals("project-locked.asc")) {
                    Files.copy(key, desk.resolve(name.equals("project-rsa.asc") ? "secret.asc" : "former/" + name));
                }
            }
        }
        Files.writeString(
                home.resolve("conf/embargo.properties"),
                "origin.name-servers = 127.0.0.1:" + names.address().getPort() + "\n");
        Files.writeString(
                desk.resolve("desk.properties"),
                "address = " + FRONT + "\ncase-prefix = CORP\nproject = corpus\nmailing-list = dev@lists.example\n"
                        + "command-window = 3650d\nreceipt-delay = 0s\ncases-per-hour = 100000\n"
                        + "receipts-per-address = 100000\nreceipts-per-domain = 100000\nreceipts-per-hour = 100000\n"
                        + "upstream.openssl.list-id = announce.openssl.example\nupstream.openssl.from = *@reporter.example\nupstream.openssl.proof = none\n"
                        + "team = alice@reporter.example, bob@reporter.example\n");
    }

    /** Takes {@code mail} in, sends what follows, and notes how long it took and how much memory it asked for. */
    void receive(byte[] mutant, int number) {
        String address = addresses.get(Math.floorMod(number, addresses.size()));
        receiveAt(address, number % 2 == 0 ? mutant : throughAList(mutant, address), number);
    }

    void receiveAt(String address, byte[] mail, int number) {
        clock.move(Duration.ofSeconds(1));
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        try {
            IntakeId id = intake.accept(envelope(mail, address), new ByteArrayInputStream(mail));
            accepted.add(id);
            Optional<OpenedMail> opened = intake.open(id);
            opened.ifPresent(intake::takeIn);
            dueWork.run();
        } catch (IOException | RuntimeException | Error e) {
            complaints.add(number + " to " + address + ": " + e + " at " + Arrays.toString(e.getStackTrace()));
        }
        count(number, System.nanoTime() - began, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    /** Takes a mail in that this process never has in memory as a whole, nor the letters that follow. */
    void receiveFile(Path mail) {
        clock.move(Duration.ofSeconds(1));
        looksAtLetters = false;
        try (InputStream in = Files.newInputStream(mail)) {
            IntakeId id = intake.accept(envelope(new byte[0], FRONT), in);
            accepted.add(id);
            intake.open(id).ifPresent(intake::takeIn);
            dueWork.run();
        } catch (IOException | RuntimeException | Error e) {
            complaints.add(mail.getFileName() + ": " + e + " at " + Arrays.toString(e.getStackTrace()));
        }
    }

    /** Else nothing at the addresses for lists would be read as what comes from one. */
    private static byte[] throughAList(byte[] mail, String address) {
        if (!address.contains("+list") && !address.contains("+upstream")) {
            return mail;
        }
        String fields = "List-Id: <announce.openssl.example>\r\nSubject: OpenSSL 3.5." + mail.length + " released\r\n";
        return (fields + new String(mail, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void count(int number, long nanos, long bytes) {
        bytesOfLast = bytes;
        if (number < 0) {
            return;
        }
        allNanos += nanos;
        if (nanos > slowestNanos) {
            slowestNanos = nanos;
            slowest = number;
        }
        if (bytes > largestBytes) {
            largestBytes = bytes;
            largest = number;
        }
    }

    private Envelope envelope(byte[] mail, String address) {
        Matcher from = FROM.matcher(new String(mail, StandardCharsets.ISO_8859_1));
        Optional<Address> sender = from.find() ? Address.parse(from.group(1)) : Optional.empty();
        DeskAddress to = workshop.desks().read(new Address(address)).orElseThrow();
        return new Envelope(sender, to, clock.instant(), new Envelope.Client("203.0.113.7", "client.example", false));
    }

    /** Learns addresses from the letters, so that later mails come to them. */
    @Override
    public void handOver(OutgoingMail mail) {
        letters++;
        if (looksAtLetters) {
            lookAt(mail);
        }
        reports.delivered(mail.id());
    }

    private void lookAt(OutgoingMail mail) {
        LetterForm.flaws(mail).forEach(complaints::add);
        mail.envelopeSender().ifPresent(sender -> learn(sender.value()));
        String raw = LetterForm.raw(mail);
        TOKEN.matcher(raw).results().limit(1).forEach(found -> learn(found.group()));
        CASE.matcher(raw).results().limit(1).forEach(found -> learn("security+" + found.group() + "@project.example"));
    }

    /** The newest only, so that not all goes to the first cases. */
    private void learn(String address) {
        addresses.add(address);
        if (addresses.size() > MOST_ADDRESSES) {
            addresses.remove(FIXED.size());
        }
    }

    /** The newest by which a reporter answers. */
    String reporterAddress() {
        return addresses.stream()
                .filter(address -> TOKEN.matcher(address).matches())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private long ticks() {
        return Duration.between(START, clock.instant()).toNanos();
    }

    /** What should not have happened. */
    List<String> complaints() {
        return complaints;
    }

    long slowestNanos() {
        return slowestNanos;
    }

    /** What the last mail asked for. */
    long bytesOfLast() {
        return bytesOfLast;
    }

    /** Mails of which no commit says what became of them. */
    List<IntakeId> untaken() {
        return accepted.stream().filter(id -> taken(id).isEmpty()).toList();
    }

    /** Sealed files that still wait, or were set apart as damaged. */
    List<IntakeId> waiting() throws IOException {
        return Stream.concat(
                        workshop.desks().store().intakeFiles().waiting().stream(),
                        workshop.desks().store().intakeFiles().quarantined().stream())
                .toList();
    }

    private Optional<TakenMail> taken(IntakeId id) {
        return workshop.desks().store().reading(tx -> tx.mails().find(id));
    }

    /** The figures, for people. */
    void write(Path file, long grownBytes) throws IOException {
        Map<TakenMail.Kind, Integer> kinds = new EnumMap<>(TakenMail.Kind.class);
        accepted.forEach(id -> taken(id).ifPresent(mail -> kinds.merge(mail.kind(), 1, Integer::sum)));
        Files.writeString(
                file,
                "mails " + accepted.size() + ", letters " + letters + ", " + kinds + "\nin all "
                        + allNanos / 1_000_000 + " ms, slowest " + slowestNanos / 1_000_000 + " ms (mutant " + slowest
                        + "), most allocated " + (largestBytes >> 10) + " KB (mutant " + largest
                        + "), live heap grown by "
                        + (grownBytes >> 10) + " KB\ncomplaints " + complaints.size() + "\n"
                        + String.join("\n", complaints) + "\n");
    }

    /** What is still in use after garbage was collected, what waits for its cleaner too. */
    static long liveBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            LockSupport.parkNanos(PAUSE_NANOS);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @Override
    public void close() {
        workshop.desks().close();
        names.close();
    }
}
