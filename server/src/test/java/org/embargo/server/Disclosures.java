package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case after the other goes its way from report to post while something else goes on: a member accepts it, sets its
 * fields, approves, writes notes; notices and post come due. On a thread of its own, since each waits for its answers.
 */
final class Disclosures {
    static final String SETTINGS = "advance-notice = 60s\nnotice-spread = 2s\nconfirm-within = 1h\nlast-call = 1s\n";
    private static final String LIST = "announce@lists.example";
    private static final Duration TO_THE_HOUR = Duration.ofSeconds(75);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NOTES = 2;

    private final World world;
    private final Member alice;
    private final List<GpgHome> vendors = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();
    private final Thread thread = new Thread(this::goOn, "disclosures");
    private volatile boolean stopping;

    @Nullable
    private volatile Throwable failure;

    private int orders;
    private int late;

    private Disclosures(World world, Member alice) {
        this.world = world;
        this.alice = alice;
        thread.setDaemon(true);
    }

    static Disclosures begin(World world, GpgHome alice, String desk) throws IOException {
        String key = alice.learn(world.keyOf(desk, alice));
        Disclosures all = new Disclosures(world, new Member(world, alice, desk, key));
        for (String house : List.of("alder", "birch")) {
            GpgHome vendor = GpgHome.of("security@" + house + ".example");
            vendor.learn(world.keyOf(desk, alice));
            all.vendors.add(vendor);
            all.alice.orderWithKey("/recipient add " + house + " <" + vendor.address() + ">", vendor.certificate());
        }
        all.thread.start();
        return all;
    }

    private void goOn() {
        try {
            do {
                disclose();
            } while (!stopping);
        } catch (IOException | RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private void disclose() throws IOException {
        String reporter = "finder" + (cases.size() + late) + "@finder.example";
        String id = Mails.messageId();
        world.send(reporter, alice.desk(), Mails.plain(Mails.head(reporter, alice.desk(), id, "report"), "text"));
        String caseId = World.caseOf(world.letter(reporter, id));
        Instant hour = Instant.now().plus(TO_THE_HOUR).truncatedTo(ChronoUnit.SECONDS);
        boolean inTime = isDone(
                caseId,
                "/accept\n/title Overread\n/severity high\n/affects < 45.0.2\n/fixed none\n/description\nIt reads on."
                        + "\n/end\n/remedy\nUpgrade.\n/end\n/patch none\n/disclose " + hour + "\n");
        if (!inTime || !isApproved(caseId)) {
            // the server was down until the hour had passed
            late++;
            return;
        }
        for (int note = 0; note < NOTES; note++) {
            assertThat(isDone(caseId, "/note\nnumber " + note + "\n")).isTrue();
        }
        cases.add(caseId);
        awaitPost(caseId);
    }

    private boolean isDone(String caseId, String commands) throws IOException {
        orders++;
        return alice.order(caseId, commands).startsWith("Done");
    }

    private boolean isApproved(String caseId) throws IOException {
        orders += 2;
        try {
            alice.approve(caseId);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** A server that was down for half of the notice keeps the post, and says so. */
    private void awaitPost(String caseId) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (posts(caseId).isEmpty() && !isToldOf(caseId) && System.nanoTime() < deadline) {
            World.sleepBriefly();
        }
    }

    private Set<String> posts(String caseId) {
        Set<String> ids = new HashSet<>();
        for (Relay.Received mail : world.relay().mailsTo(LIST)) {
            Mime post = Mime.of(mail);
            if (post.field("Subject").contains(caseId)) {
                ids.add(post.field("Message-ID"));
            }
        }
        return ids;
    }

    private boolean isToldOf(String caseId) {
        return world.teamLetters(alice.gpg(), alice.key(), caseId, 0).stream()
                .anyMatch(letter -> letter.text().replaceAll("\\s+", " ").contains("did not become public"));
    }

    /** The case under way is brought to its end. */
    void finish() throws InterruptedException {
        stopping = true;
        thread.join(PATIENCE.multipliedBy(2).toMillis());
        assertThat(thread.isAlive()).as("a case that does not come to its end").isFalse();
        requireRunning();
    }

    void requireRunning() {
        Optional.ofNullable(failure).ifPresent(cause -> {
            throw new AssertionError("a case did not go its way", cause);
        });
    }

    /** Of each case one post and one notice to each recipient, and one transcript of each order. */
    void requireEachLetterOnce() throws IOException {
        assertThat(cases).isNotEmpty();
        for (String caseId : cases) {
            assertThat(posts(caseId).size() == 1 || isToldOf(caseId)).as(caseId).isTrue();
            assertThat(posts(caseId).size()).as(caseId).isLessThanOrEqualTo(1);
            for (GpgHome vendor : vendors) {
                assertThat(notices(vendor, caseId)).as(caseId).hasSizeLessThanOrEqualTo(1);
                assertThat(isToldOf(caseId) || !notices(vendor, caseId).isEmpty())
                        .as(caseId)
                        .isTrue();
            }
        }
        transcripts().forEach((order, ids) -> assertThat(ids).as(order).hasSize(1));
        close();
    }

    /** By the Message-ID of the order; what the desk sends by itself refers to letters of its own. */
    private Map<String, Set<String>> transcripts() {
        Map<String, Set<String>> ids = new HashMap<>();
        for (Relay.Received mail : world.relay().mailsTo(alice.gpg().address())) {
            Mime letter = Mime.of(mail);
            if (letter.field("In-Reply-To").endsWith("@finder.example>")) {
                ids.computeIfAbsent(letter.field("In-Reply-To"), order -> new HashSet<>())
                        .add(letter.field("Message-ID"));
            }
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(cases.size() * (3 + NOTES));
        return ids;
    }

    private Set<String> notices(GpgHome vendor, String caseId) throws IOException {
        Set<String> ids = new HashSet<>();
        for (Relay.Received mail : world.relay().mailsTo(vendor.address())) {
            Mime notice = Mime.of(mail);
            String subject = vendor.open(notice, alice.key()).field("Subject");
            if (subject.startsWith("TLP:") && subject.contains(caseId)) {
                ids.add(notice.field("Message-ID"));
            }
        }
        return ids;
    }

    private void close() throws IOException {
        for (GpgHome vendor : vendors) {
            vendor.close();
        }
    }

    @Override
    public String toString() {
        long posted = cases.stream().filter(each -> !posts(each).isEmpty()).count();
        return orders + " orders, " + cases.size() + " cases approved in time, of them " + posted
                + " posted, the others told, " + late + " too late to be approved";
    }
}
