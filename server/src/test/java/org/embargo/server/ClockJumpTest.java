package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody moves the clock of the whole server: past the hours of cases, a day back, back at a start. What can't be undone
 * waits each time until a member confirms the time, and then goes once. Part of the long run.
 */
@EnabledIfSystemProperty(named = "embargo.faults.long", matches = "true", disabledReason = "minutes: -Plong-faults")
class ClockJumpTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";
    private static final String LIST = "announce@lists.example";
    private static final String SETTINGS = "advance-notice = 40m\nnotice-spread = 0s\nconfirm-within = 9h\n";
    private static final Duration TO_THE_HOUR = Duration.ofMinutes(60);
    private static final Duration PAST_THE_NOTICES = Duration.ofMinutes(25);
    private static final Duration PAST_THE_HOUR = Duration.ofMinutes(70);
    private static final Duration A_DAY_BACK = Duration.ofDays(-1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOKED_AT_ALL = Duration.ofSeconds(15);
    private static final Duration OLDER_THAN_ALL = Duration.ofDays(3);
    private static final String FIELDS = "/accept\n/title Overread\n/severity high\n/affects < 45.0.2\n/fixed none"
            + "\n/description\nIt reads on.\n/end\n/remedy\nUpgrade.\n/end\n/patch none\n";

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeUndoneShouldWaitForAMemberAfterEachJumpAndGoOnce() throws Exception {
        Optional<FakedTime> faked = FakedTime.in(folder);
        assumeTrue(faked.isPresent(), "skipped: libfaketime is not installed (apt-get install libfaketime)");
        FakedTime clock = faked.orElseThrow();
        Path home = Files.createDirectories(folder.resolve("home"));
        try (GpgHome gpg = GpgHome.aged("alice@project.example", OLDER_THAN_ALL);
                GpgHome vendor = GpgHome.aged("security@alder.example", OLDER_THAN_ALL);
                World world = new World(home).desk("pyca", DESK, "PYCA", gpg).configure("pyca", SETTINGS)) {
            world.sendAgain().within(clock.within());
            makeKeysLongBefore(world, clock);
            world.start();
            Member alice = new Member(world, gpg, DESK, gpg.learn(world.keyOf(DESK, gpg)));
            alice.orderWithKey("/recipient add Alder <" + vendor.address() + ">", vendor.certificate());
            Instant hour = clock.now().plus(TO_THE_HOUR).truncatedTo(ChronoUnit.SECONDS);
            String caseId = approved(alice, hour);

            clock.moveTo(PAST_THE_NOTICES);
            requireDoubt(alice, 1);
            assertThat(world.relay().mailsTo(vendor.address())).isEmpty();
            confirm(alice, clock.now());
            awaitMailTo(vendor.address(), world);

            clock.moveTo(A_DAY_BACK);
            requireDoubt(alice, 2);
            assertThat(alice.orderDesk("/resume clock " + Instant.now() + "\n")).startsWith("Not done");
            restartAt(PAST_THE_NOTICES, clock, world);
            // the doubt has outlived the restart
            confirm(alice, clock.now());

            restartAt(A_DAY_BACK, clock, world);
            requireDoubt(alice, 3);

            clock.moveTo(PAST_THE_HOUR);
            requireDoubt(alice, 4);
            assertThat(posts(world, caseId)).isEmpty();
            confirm(alice, clock.now());
            awaitMailTo(LIST, world);
            Thread.sleep(LOOKED_AT_ALL.toMillis());

            assertThat(posts(world, caseId)).hasSize(1);
            assertThat(world.relay().mailsTo(LIST)).hasSize(1);
            assertThat(ids(world, vendor.address())).hasSize(2);
        }
    }

    /** The desk's own key too must be older than where the clock is moved to, as it is elsewhere. */
    private static void makeKeysLongBefore(World world, FakedTime clock) throws IOException, InterruptedException {
        clock.moveTo(OLDER_THAN_ALL.negated());
        world.start().server().stop();
        clock.moveTo(Duration.ZERO);
    }

    private static void restartAt(Duration offset, FakedTime clock, World world)
            throws IOException, InterruptedException {
        world.server().stop();
        clock.moveTo(offset);
        world.start();
    }

    private static String approved(Member alice, Instant hour) throws IOException {
        String caseId = report(alice.world());
        assertThat(alice.order(caseId, FIELDS + "/disclose " + hour + "\n")).startsWith("Done");
        alice.approve(caseId);
        return caseId;
    }

    /** Its receipt comes, whatever the clock says. */
    private static String report(World world) throws IOException {
        String id = Mails.messageId();
        world.send(RITA, DESK, Mails.report(RITA, DESK, id));
        return World.caseOf(world.letter(RITA, id));
    }

    /** The team is told of each jump without a mail that wakes the server; who reports has his receipt all the same. */
    private static void requireDoubt(Member alice, int times) throws IOException, InterruptedException {
        alice.awaitTold("The server's clock jumped", times);
        report(alice.world());
        Thread.sleep(LOOKED_AT_ALL.toMillis());
    }

    private static void awaitMailTo(String recipient, World world) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (world.relay().mailsTo(recipient).isEmpty()) {
            assertThat(System.nanoTime()).as("nothing for " + recipient).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static void confirm(Member alice, Instant now) throws IOException {
        assertThat(alice.orderDesk("/resume clock " + now.truncatedTo(ChronoUnit.SECONDS) + "\n"))
                .startsWith("Done");
    }

    private static Set<String> posts(World world, String caseId) {
        return world.relay().mailsTo(LIST).stream()
                .map(Mime::of)
                .filter(post -> post.field("Subject").contains(caseId))
                .map(post -> post.field("Message-ID"))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(World world, String recipient) {
        return world.relay().mailsTo(recipient).stream()
                .map(mail -> Mime.of(mail).field("Message-ID"))
                .collect(Collectors.toSet());
    }
}
