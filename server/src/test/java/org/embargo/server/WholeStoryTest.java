package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A case from its report to its confirmed post, by mail alone, with gpg at every end and an advance notice of seconds. It is
 * played once; the tests look at what came of it.
 */
@SuppressWarnings("NullAway.Init") // all is set while it is played
class WholeStoryTest {
    private static final String DESK = "security@project.example";
    private static final String LIST = "announce@lists.example";
    private static final String TITLE = "Quicksilver overread in the bag reader";
    private static final String DESCRIPTION = "A crafted pomegranate makes the reader return 64 KB of memory.";
    private static final Duration NOTICE_TO_HOUR = Duration.ofSeconds(22);
    private static final Set<String> OUTSIDE = Set.of(
            "From",
            "To",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Reply-To",
            "Subject",
            "MIME-Version",
            "Content-Type");

    @TempDir
    private static Path home;

    private static final List<Relay.Received> REFUSED = new CopyOnWriteArrayList<>();

    private static List<GpgHome> people;
    private static List<Vendor> vendors;
    private static Vendor silent;
    private static Vendor gone;
    private static Vendor expired;
    private static World world;
    private static GpgHome rita;
    private static Member alice;
    private static Member bob;
    private static String key;
    private static String reportId;
    private static String caseId;
    private static Set<String> leaksBeforeTheHour;
    private static String board;

    @BeforeAll
    static void play() throws Exception {
        open();
        listVendors();
        report();
        Instant hour = prepare();
        confirmNotices();
        alice.order(caseId, "/released 45.0.2 https://project.example/45.0.2\n");
        bob.told("did not answer when asked again");
        leaksBeforeTheHour = planted().leaks(home);
        assertThat(Instant.now()).as("all that precedes the hour").isBefore(hour);
        returnPost();
        bob.told("with our signature unchanged and proof that the list sent it");
        board = alice.order(caseId, "/status\n");
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        for (GpgHome each : people) {
            each.close();
        }
    }

    private static void open() throws IOException {
        GpgHome alices = GpgHome.of("alice@project.example");
        GpgHome bobs = GpgHome.of("bob@project.example", GpgHome.Kind.RSA_2048);
        rita = GpgHome.of("rita@finder.example");
        vendors = new ArrayList<>(Vendor.withLastingKeys());
        people = new ArrayList<>(List.of(alices, bobs, rita));
        vendors.stream().map(Vendor::gpg).distinct().forEach(people::add);
        world = new World(home).desk("pyca", DESK, "PYCA", alices, bobs);
        Files.writeString(
                home.resolve("conf/desks/pyca/desk.properties"),
                "advance-notice = 20s\nnotice-spread = 2s\nconfirm-within = 5s\npost-confirm-within = 20s\n"
                        + "last-call = 2s\nlist-hosts = 127.0.0.1\n",
                StandardOpenOption.APPEND);
        world.start();
        String certificate = world.keyOf(DESK, rita);
        for (GpgHome each : people) {
            key = each.learn(certificate);
        }
        alice = new Member(world, alices, DESK, key);
        bob = new Member(world, bobs, DESK, key);
    }

    private static void listVendors() throws IOException {
        expired = Vendor.expiring(Duration.ofSeconds(10));
        people.add(expired.gpg());
        vendors.add(0, expired);
        for (Vendor vendor : vendors) {
            String transcript = alice.orderWithKey(
                    "/recipient add " + vendor.house() + " <" + vendor.address() + ">",
                    vendor.gpg().certificate());
            assertThat(transcript).startsWith("Done");
        }
        vendors.remove(expired);
        gone = vendors.remove(vendors.size() - 1);
        silent = vendors.get(vendors.size() - 1);
        world.relay().answer(mail -> {
            if (mail.recipient().equals(gone.address())) {
                REFUSED.add(mail);
                return "550 5.1.1 no such user here";
            }
            return "250 taken";
        });
    }

    private static void report() throws IOException {
        reportId = Mails.messageId();
        String inside = Mails.textAndKey(DESCRIPTION + "\n\ncredit: Rita Reporter", rita.certificate());
        String head = Mails.head(rita.address(), DESK, reportId, "...");
        world.send(rita.address(), DESK, Mails.pgpMime(head, rita.signedAndEncrypted(inside, key)));
        caseId = World.caseOf(world.letter(rita.address(), reportId));
    }

    /** What the case needs, and two members' approval; returns the hour. */
    private static Instant prepare() throws IOException {
        Instant hour = Instant.now().plus(NOTICE_TO_HOUR).plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        String transcript = alice.order(
                caseId,
                "/accept\n/title " + TITLE + "\n/severity high\n/cve CVE-2026-1234\n/affects >= 42, < 45.0.2\n"
                        + "/fixed 45.0.2\n/description\n" + DESCRIPTION + "\n/end\n/remedy\nUpgrade to 45.0.2.\n/end\n"
                        + "/patch none\n/disclose " + hour + "\n");
        assertThat(transcript).startsWith("Done");
        assertThat(bob.approve(caseId)).contains(TITLE, DESCRIPTION);
        return hour;
    }

    /** All but the silent one answer, encrypted and signed. */
    private static void confirmNotices() throws IOException {
        for (Vendor vendor : vendors) {
            world.relay().awaitMailsTo(vendor.address(), 1);
        }
        for (Vendor vendor : vendors) {
            if (!vendor.equals(silent)) {
                String to = notice(vendor).field("Reply-To");
                String text = "Content-Type: text/plain; charset=utf-8\r\n\r\n" + vendor.house() + " has read it.\r\n";
                String head = Mails.head(vendor.address(), to, Mails.messageId(), "...");
                world.send(
                        vendor.address(), to, Mails.pgpMime(head, vendor.gpg().signedAndEncrypted(text, key)));
            }
        }
    }

    /** As a list passes it on. */
    private static void returnPost() throws IOException {
        String post = world.relay().awaitMailsTo(LIST, 1).get(0).message();
        world.send(
                "announce-bounces@lists.example",
                DESK.replace("@", "+list@"),
                "List-Id: Announcements <announce.lists.example>\r\nPrecedence: list\r\n" + post);
    }

    private static Mime notice(Vendor vendor) {
        return Mime.of(world.relay().mailsTo(vendor.address()).get(0));
    }

    private static PlantedWords planted() {
        List<String> houses = Stream.concat(vendors.stream(), Stream.of(gone, expired))
                .map(Vendor::house)
                .toList();
        return new PlantedWords(List.of("quicksilver", "pomegranate"), houses);
    }

    @Test
    void everyRecipientShouldReadAnOwnCopyWithGpg() throws IOException {
        Set<String> own = new HashSet<>();
        for (Vendor vendor : vendors) {
            Relay.Received received = world.relay().mailsTo(vendor.address()).get(0);
            Mime inside = vendor.gpg().open(Mime.of(received), key);
            assertThat(inside.field("Subject")).isEqualTo("TLP:AMBER+STRICT " + caseId + ": " + TITLE);
            assertThat(inside.first("text/plain").text())
                    .startsWith("TLP:AMBER+STRICT")
                    .contains(DESCRIPTION);
            assertThat(inside.first("text/calendar").content())
                    .contains("METHOD:")
                    .doesNotContain("Quicksilver");
            own.add(received.sender());
            own.add(Mime.of(received).field("Message-ID"));
            own.add(Mime.of(received).field("Reply-To"));
        }
        assertThat(own).hasSize(3 * vendors.size());
    }

    @Test
    void noMailToARecipientShouldTellOfAnother() throws IOException {
        for (Vendor vendor : vendors) {
            for (Relay.Received received : world.relay().mailsTo(vendor.address())) {
                Mime letter = Mime.of(received);
                String all = received
                        + (letter.type().equals("multipart/encrypted")
                                ? vendor.gpg().open(letter, key).raw()
                                : letter.raw());
                planted().addresses().stream()
                        .filter(house -> !house.equals(vendor.house()))
                        .forEach(house -> assertThat(all).doesNotContain(house));
                assertThat(all).doesNotContainPattern("(?i)(\\d+|twenty|eighteen) (other )?(recipients|vendors)");
            }
        }
    }

    @Test
    void outsideOfANoticeShouldTellNothing() {
        for (Vendor vendor : vendors) {
            Mime notice = notice(vendor);
            assertThat(notice.field("Subject")).isEqualTo("[...]");
            assertThat(notice.field("To")).isEqualTo(vendor.address());
            assertThat(notice.header().replaceAll("\r\n[ \t]", " ").lines())
                    .allMatch(line -> OUTSIDE.contains(line.replaceAll(":.*", "")));
            assertThat(notice.raw()).doesNotContain("PYCA-").doesNotContain("uicksilver");
        }
    }

    @Test
    void bounceShouldReachTheTeamAlone() {
        assertThat(bob.told(gone.address())).contains(gone.address());
        assertThat(REFUSED).isNotEmpty().allMatch(mail -> !mail.message().contains("PYCA-"));
        assertThat(world.relay().mailsTo(gone.address())).isEmpty();
        assertThat(board).contains(gone.address() + ": bounced");
    }

    @Test
    void expiredCertificateShouldKeepItsOwnerWithoutANotice() throws IOException {
        assertThat(bob.told(expired.address() + " gets no notice")).contains(caseId);
        for (Relay.Received received : world.relay().mailsTo(expired.address())) {
            assertThat(received.message()).doesNotContain(caseId).doesNotContain("[...]");
        }
    }

    @Test
    void silentRecipientShouldBeAskedOnceMore() throws IOException {
        List<Relay.Received> mails = world.relay().mailsTo(silent.address());

        Mime asked = silent.gpg().open(Mime.of(mails.get(1)), key);
        assertThat(asked.field("Subject")).contains("please confirm");
        assertThat(board).contains(silent.address() + ": silent");
        assertThat(board).contains(vendors.get(0).address() + ": confirmed");
    }

    @Test
    void recipientsShouldGetACopyOfThePost() throws IOException {
        for (Vendor vendor : vendors) {
            List<Relay.Received> mails = world.relay().mailsTo(vendor.address());
            Mime copy = vendor.gpg().open(Mime.of(mails.get(mails.size() - 1)), key);
            assertThat(copy.field("Subject")).isEqualTo("[" + caseId + "] " + TITLE);
            assertThat(copy.first("text/plain").text().replace("\r\n", "\n"))
                    .startsWith(TITLE)
                    .contains(DESCRIPTION);
        }
    }

    @Test
    void reporterShouldGetReceiptDateAndPost() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Relay.Received received : world.relay().mailsTo(rita.address())) {
            Mime letter = Mime.of(received);
            if (letter.type().equals("multipart/encrypted")) {
                texts.add(rita.open(letter, key).first("text/plain").text());
            }
        }
        assertThat(texts)
                .anyMatch(text -> text.contains("It came encrypted, and we could open it"))
                .anyMatch(text -> text.contains("is going to be public on") && text.contains("Rita Reporter"))
                .anyMatch(text -> text.startsWith(TITLE));
    }

    @Test
    void postShouldAppearOnceSignedAsGpgVerifies() throws IOException {
        List<Relay.Received> posts = world.relay().mailsTo(LIST);

        assertThat(posts).hasSize(1);
        Mime post = Mime.of(posts.get(0));
        assertThat(post.field("Subject")).isEqualTo("[" + caseId + "] " + TITLE);
        String text = rita.check(post, key).first("text/plain").text();
        assertThat(text)
                .contains(DESCRIPTION)
                .contains("Rita Reporter")
                .contains("https://project.example/45.0.2")
                .contains("reported to us")
                .doesNotContain("[missing");
        planted().addresses().forEach(house -> assertThat(text).doesNotContain(house));
    }

    @Test
    void nothingOfItShouldLieInClear() throws IOException {
        assertThat(leaksBeforeTheHour).isEmpty();
        // after the hour the post itself stands in the queue
        assertThat(planted().leaks(home)).allMatch(leak -> leak.contains("/var/queue"));
        assertThat(planted().find(String.join("\n", world.server().output()), false))
                .isEmpty();
    }
}
