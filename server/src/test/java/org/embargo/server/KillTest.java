package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed again and again while mail comes in. {@code -Dembargo.kill.rounds=N} makes it a long run, {@code
 * -Dembargo.kill.seed=N} repeats the pauses of one.
 */
class KillTest {
    private static final String DESK = "security@project.example";
    private static final int ROUNDS = Integer.getInteger("embargo.kill.rounds", 3);
    private static final long SEED = Long.getLong("embargo.kill.seed", System.nanoTime());
    private static final int SENDERS = 4;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PATIENCE =
            Duration.ofSeconds(60).plus(Duration.ofSeconds(5).multipliedBy(ROUNDS));

    @TempDir
    private static Path home;

    @Test
    void mailAnsweredWith250ShouldBecomeOneCaseWithOneReceipt() throws Exception {
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alice)) {
            List<Sender> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(new Sender(world.smtpPort()));
            }

            killAgainAndAgain(world);
            for (Sender sender : senders) {
                sender.stop();
            }

            Set<String> answered = new HashSet<>();
            senders.forEach(sender -> answered.addAll(sender.answered));
            assertThat(answered).hasSizeGreaterThan(10 * ROUNDS);
            awaitQuiet(world.relay(), 2 * answered.size());
            assertOneCaseEach(answered, world.relay());
        }
    }

    private static void killAgainAndAgain(World world) throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            world.start();
            Thread.sleep(200 + random.nextInt(2000));
            world.server().kill();
        }
        world.start();
        Thread.sleep(500);
    }

    private static void assertOneCaseEach(Set<String> answered, Relay relay) {
        Map<String, Set<String>> receiptsByReport = new TreeMap<>();
        Map<String, Set<String>> casesByReport = new TreeMap<>();
        Map<String, Set<String>> teamLettersByCase = new TreeMap<>();
        for (Relay.Received mail : relay.mails()) {
            Mime letter = Mime.of(mail);
            if (mail.recipient().equals("alice@project.example")) {
                add(teamLettersByCase, World.caseOf(letter), letter.field("Message-ID"));
            } else {
                add(receiptsByReport, letter.field("In-Reply-To"), letter.field("Message-ID"));
                add(casesByReport, letter.field("In-Reply-To"), World.caseOf(letter));
            }
        }
        String seed = "-Dembargo.kill.seed=" + SEED;
        assertThat(receiptsByReport.keySet()).as(seed).isEqualTo(answered);
        assertThat(receiptsByReport.values()).as(seed).allMatch(receipts -> receipts.size() == 1);
        assertThat(casesByReport.values()).as(seed).allMatch(cases -> cases.size() == 1);
        Set<String> cases = new HashSet<>();
        casesByReport.values().forEach(cases::addAll);
        assertThat(cases).as(seed).hasSameSizeAs(answered);
        assertThat(teamLettersByCase.keySet()).as(seed).isEqualTo(cases);
        assertThat(teamLettersByCase.values()).as(seed).allMatch(letters -> letters.size() == 1);
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, unknown -> new HashSet<>()).add(value);
    }

    /** Waits until at least so many letters have come, and then none for a while. */
    private static void awaitQuiet(Relay relay, int atLeast) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int before = -1;
        long since = System.nanoTime();
        while (System.nanoTime() < deadline) {
            int now = relay.mails().size();
            if (now != before) {
                before = now;
                since = System.nanoTime();
            } else if (now >= atLeast && System.nanoTime() - since > QUIET.toNanos()) {
                return;
            }
            World.sleepBriefly();
        }
    }

    /** Sends one report after the other, each until it is answered with 250, as a mail server would. */
    private static final class Sender {
        private final int port;
        private final Queue<String> answered = new ConcurrentLinkedQueue<>();
        private final Thread thread = new Thread(this::sendAll, "sender");
        private volatile boolean stopping;

        Sender(int port) {
            this.port = port;
            thread.setDaemon(true);
            thread.start();
        }

        void stop() throws InterruptedException {
            stopping = true;
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).as("a sender still waits for a 250").isFalse();
        }

        private void sendAll() {
            while (!stopping) {
                String id = Mails.messageId();
                String from = "reporter@finder.example";
                String mail = Mails.plain(Mails.head(from, DESK, id, "report " + id), "text");
                while (!isTaken(from, mail)) {
                    World.sleepBriefly();
                }
                answered.add(id);
                World.sleepBriefly();
            }
        }

        private boolean isTaken(String from, String mail) {
            try (SmtpClient client = SmtpClient.connect(port)) {
                return client.send(from, DESK, mail).startsWith("250");
            } catch (IOException e) {
                return false;
            }
        }
    }
}
