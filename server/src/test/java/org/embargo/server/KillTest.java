package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed again and again while reports come in and a member gives orders. {@code -Dembargo.kill.rounds=N} says
 * how often; from twenty on it is a long run, of at most {@code -Dembargo.kill.minutes=N}, in which cases go all the way to
 * the post. {@code -Dembargo.kill.seed=N} repeats the pauses of a run.
 */
class KillTest {
    private static final String DESK = "security@project.example";
    private static final int ROUNDS = Integer.getInteger("embargo.kill.rounds", 5);
    private static final Duration AT_MOST = Duration.ofMinutes(Integer.getInteger("embargo.kill.minutes", 60));
    private static final long SEED = Long.getLong("embargo.kill.seed", System.nanoTime());
    private static final boolean LONG = ROUNDS >= 20;
    private static final int SENDERS = 4;
    /** Of each sender: in a long run reports must not drown all else. */
    private static final int PAUSE_MILLIS = LONG ? 1_500 : 400;

    private static final int MOST_ANSWERS = LONG ? 10 : 30;
    /** A case gets no further while no server lives long enough to answer an order. */
    private static final int MOST_MILLIS_MORE = LONG ? 6_000 : 100;

    private static final Duration LETTERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PATIENCE =
            Duration.ofSeconds(60).plus(Duration.ofSeconds(5).multipliedBy(ROUNDS));

    @TempDir
    private static Path home;

    private final List<Sender> senders = new ArrayList<>();

    @Test
    void mailAnsweredWith250ShouldHaveOneEffectAndEveryLetterShouldLeave() throws Exception {
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home)
                        .desk("pyca", DESK, "PYCA", alice)
                        .configure("pyca", Disclosures.SETTINGS)
                        .sendAgain()) {
            world.start();
            Disclosures disclosures = Disclosures.begin(world, alice, DESK, LONG);
            for (int i = 0; i < SENDERS; i++) {
                senders.add(new Sender(world.smtpPort()));
            }

            int kills = killAgainAndAgain(world, disclosures);
            Set<String> answered = stop();
            disclosures.finish();

            assertThat(answered).hasSizeGreaterThanOrEqualTo(kills);
            awaitQuiet(world.relay(), 2 * answered.size());
            new Effects(world.relay(), alice.address()).requireOneCaseEach(answered, "-Dembargo.kill.seed=" + SEED);
            disclosures.requireEachLetterOnce();
            assertThat(world.leaks(PlantedWords.OF_REPORTS)).isEmpty();
            write(kills + " kills, " + answered.size() + " reports, " + disclosures + ", "
                    + world.relay().mails().size() + " letters; -Dembargo.kill.seed=" + SEED + "\n");
        }
    }

    /** Figures for docs/trust.md. */
    private static void write(String figures) throws IOException {
        Files.writeString(ServerProcess.installation().resolve("server/target/kill-test.txt"), figures);
    }

    private Set<String> stop() throws InterruptedException {
        Set<String> answered = new HashSet<>();
        for (Sender sender : senders) {
            sender.stop();
            answered.addAll(sender.answered);
        }
        return answered;
    }

    /** By turns amid the load and amid the start that takes up again what is left. Returns how often. */
    private int killAgainAndAgain(World world, Disclosures disclosures) throws Exception {
        Random random = new Random(SEED);
        long end = System.nanoTime() + AT_MOST.toNanos();
        int kills = 0;
        while (kills < ROUNDS && System.nanoTime() < end) {
            if (kills % 2 == 1) {
                world.startAndKill(Duration.ofMillis(1_000 + random.nextInt(3_000)));
            } else {
                if (kills > 0) {
                    world.start();
                }
                killAmidLoad(world, random, kills % 4 == 2);
            }
            kills++;
            disclosures.requireRunning();
        }
        world.start();
        return kills;
    }

    private void killAmidLoad(World world, Random random, boolean amidLetters) throws InterruptedException {
        awaitAnswers(answers() + 1 + random.nextInt(MOST_ANSWERS));
        if (amidLetters) {
            // a start takes up what was left before any leaves
            awaitLetters(world.relay(), world.relay().mails().size() + 1 + random.nextInt(20));
        }
        Thread.sleep(random.nextInt(MOST_MILLIS_MORE));
        world.server().kill();
    }

    private void awaitAnswers(int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answers() < count && System.nanoTime() < deadline) {
            World.sleepBriefly();
        }
    }

    private static void awaitLetters(Relay relay, int count) {
        long deadline = System.nanoTime() + LETTERS_WITHIN.toNanos();
        while (relay.mails().size() < count && System.nanoTime() < deadline) {
            World.sleepBriefly();
        }
    }

    private int answers() {
        return senders.stream().mapToInt(sender -> sender.answered.size()).sum();
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
                String mail = Mails.report(from, DESK, id);
                while (!isTaken(from, mail)) {
                    World.sleepBriefly();
                }
                answered.add(id);
                pause();
            }
        }

        private void pause() {
            long until = System.nanoTime() + Duration.ofMillis(PAUSE_MILLIS).toNanos();
            while (!stopping && System.nanoTime() < until) {
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
