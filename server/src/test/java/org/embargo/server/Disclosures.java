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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One case after the other goes its way while something else goes on: a member accepts it, sets its fields, writes notes.
 * With dates, the next begins while notices and post of those before come due. On a thread of its own, since each waits
 * for its answers.
 */
final class Disclosures {
    /** Long enough that a server that is down half of the time keeps more than half of the promised notice. */
    static final String SETTINGS = "advance-notice = 6m\nnotice-spread = 2s\nconfirm-within = 1h\nlast-call = 1s\n";

    private static final String LIST = "announce@lists.example";
    private static final Duration TO_THE_HOUR = Duration.ofMinutes(8);
    private static final Duration POSTED_WITHIN = TO_THE_HOUR.plusMinutes(3);
    private static final Duration BETWEEN_CASES = Duration.ofSeconds(5);
    private static final String FIELDS = "/accept\n/title Overread\n/severity high\n/affects < 45.0.2\n/fixed none"
            + "\n/description\nIt reads on.\n/end\n/remedy\nUpgrade.\n/end\n/patch none\n";
    private static final int NOTES = 2;

    private final World world;
    private final Member alice;
    private final boolean withDates;
    private final List<GpgHome> vendors = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();
    private final Map<String, String> reporters = new HashMap<>();
    private final Thread thread = new Thread(this::goOn, "disclosures");
    private volatile boolean stopping;

    @Nullable
    private volatile Throwable failure;

    private int orders;
    private int late;

    private Disclosures(World world, Member alice, boolean withDates) {
        this.world = world;
        this.alice = alice;
        this.withDates = withDates;
        thread.setDaemon(true);
    }

    static Disclosures begin(World world, GpgHome alice, String desk, boolean withDates) throws IOException {
        String key = alice.learn(world.keyOf(desk, alice));
        Disclosures all = new Disclosures(world, new Member(world, alice, desk, key), withDates);
        for (String house : withDates ? List.of("alder", "birch") : List.<String>of()) {
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
                work();
                pause();
            } while (!stopping);
            if (withDates) {
                cases.forEach(this::awaitPost);
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    /** With dates, all letters of all cases are opened in the end: not too many. */
    private void pause() {
        long until = System.nanoTime() + BETWEEN_CASES.toNanos();
        while (withDates && !stopping && System.nanoTime() < until) {
            World.sleepBriefly();
        }
    }

    private void work() throws IOException {
        String reporter = "finder" + (cases.size() + late) + "@finder.example";
        String id = Mails.messageId();
        world.send(reporter, alice.desk(), Mails.plain(Mails.head(reporter, alice.desk(), id, "report"), "text"));
        String caseId = World.caseOf(world.letter(reporter, id));
        Instant hour = Instant.now().plus(TO_THE_HOUR).truncatedTo(ChronoUnit.SECONDS);
        boolean inTime = isDone(caseId, withDates ? FIELDS + "/disclose " + hour + "\n" : FIELDS);
        if (withDates && !(inTime && isApproved(caseId))) {
            // the server was down until the hour had passed
            late++;
            return;
        }
        assertThat(inTime).isTrue();
        for (int note = 0; note < NOTES && (withDates || !stopping); note++) {
            assertThat(isDone(caseId, "/note\nnumber " + note + "\n")).isTrue();
        }
        cases.add(caseId);
        reporters.put(caseId, reporter);
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
        long deadline = System.nanoTime() + POSTED_WITHIN.toNanos();
        while (posts(caseId).isEmpty() && !isToldOf(caseId) && System.nanoTime() < deadline) {
            World.sleepBriefly();
        }
    }

    private Set<String> posts(String caseId) {
        return ids(LIST, post -> post.field("Subject").contains(caseId));
    }

    private Set<String> dateNotices(String caseId) {
        return ids(
                reporters.getOrDefault(caseId, ""),
                letter ->
                        letter.field("Subject").contains(caseId) && letter.raw().contains("is going to be public on"));
    }

    private Set<String> ids(String recipient, Predicate<Mime> wanted) {
        return world.relay().mailsTo(recipient).stream()
                .map(Mime::of)
                .filter(wanted)
                .map(letter -> letter.field("Message-ID"))
                .collect(Collectors.toSet());
    }

    private boolean isToldOf(String caseId) {
        return world.teamLetters(alice.gpg(), alice.key(), caseId, 0).stream()
                .anyMatch(letter -> letter.text().replaceAll("\\s+", " ").contains("did not become public"));
    }

    /** The case under way is brought to its end. */
    void finish() throws InterruptedException {
        stopping = true;
        thread.join(POSTED_WITHIN.multipliedBy(2).toMillis());
        assertThat(thread.isAlive()).as("a case that does not come to its end").isFalse();
        requireRunning();
    }

    void requireRunning() {
        Optional.ofNullable(failure).ifPresent(cause -> {
            throw new AssertionError("a case did not go its way", cause);
        });
    }

    /**
     * Of each case with a date one post, one notice to each recipient and one date notice to the reporter, unless the team
     * was told that it was kept back; one transcript of each order.
     */
    void requireEachLetterOnce() throws IOException {
        assertThat(cases).isNotEmpty();
        if (withDates) {
            cases.forEach(caseId -> requireOnce(caseId, posts(caseId)));
            cases.forEach(caseId -> requireOnce(caseId, dateNotices(caseId)));
            for (GpgHome vendor : vendors) {
                Map<String, Set<String>> notices = notices(vendor);
                cases.forEach(caseId -> requireOnce(caseId, notices.getOrDefault(caseId, Set.of())));
            }
            assertThat(posted()).as("else it says nothing of posts").isGreaterThan(0);
        }
        transcripts().forEach((order, ids) -> assertThat(ids).as(order).hasSize(1));
        close();
    }

    private void requireOnce(String caseId, Set<String> ids) {
        assertThat(ids).as(caseId).hasSizeLessThanOrEqualTo(1);
        assertThat(!ids.isEmpty() || isToldOf(caseId)).as(caseId).isTrue();
    }

    private long posted() {
        return cases.stream().filter(each -> !posts(each).isEmpty()).count();
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
        assertThat(ids).hasSizeGreaterThanOrEqualTo(orders - 2 * late);
        return ids;
    }

    /** By case. */
    private Map<String, Set<String>> notices(GpgHome vendor) throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (Relay.Received mail : world.relay().mailsTo(vendor.address())) {
            Mime notice = Mime.of(mail);
            Mime inside = vendor.open(notice, alice.key());
            if (inside.field("Subject").startsWith("TLP:")) {
                ids.computeIfAbsent(World.caseOf(inside), caseId -> new HashSet<>())
                        .add(notice.field("Message-ID"));
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
        return orders + " orders, " + cases.size() + " cases"
                + (withDates
                        ? " approved in time, of them " + posted() + " posted, the others told, " + late
                                + " too late to be approved"
                        : "");
    }
}
