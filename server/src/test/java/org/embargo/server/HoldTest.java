package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code embargo hold} does to a server that runs, and to one that starts. */
class HoldTest {
    private static final String DESK = "security@project.example";
    private static final Duration OBEYED_WITHIN = Duration.ofSeconds(5);

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static World world;
    private static String desk;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        world = new World(home).desk("pyca", DESK, "PYCA", alice).start();
        desk = alice.learn(world.keyOf(DESK, alice));
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        alice.close();
    }

    @Test
    void runningServerShouldObeyWithinFiveSecondsUntilTheHoldIsTakenBack() throws Exception {
        CommandLine hold = hold("all");
        assertThat(hold.status()).isZero();
        assertThat(hold.output())
                .contains("obeys within 5 seconds")
                .contains("embargo hold --off all --home " + home)
                .contains("/resume does not end it");

        String kim = "kim@finder.example";
        world.askForKey(DESK, kim);
        String id = report("rita@finder.example");
        assertThat(world.letters("rita@finder.example", id, 1)).hasSize(1);
        Thread.sleep(OBEYED_WITHIN.toMillis());
        assertThat(world.relay().mailsTo(kim)).isEmpty();
        assertThat(world.teamLetter(alice, desk, "put all cases").text()).contains("on hold");

        assertThat(hold("--off", "all").output()).contains("not held any more");
        await(kim);
    }

    @Test
    void caseShouldBeHeldByNameAndTheTeamTold() throws Exception {
        String id = report("nina@finder.example");
        String caseId = world.teamLetter(alice, desk, id).caseId();

        CommandLine hold = hold(caseId.toLowerCase(Locale.ROOT));

        assertThat(hold.output()).startsWith(caseId + " is on hold now").contains("or a member's /resume");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.resolve("hold").resolve(caseId))))
                .isEqualTo("rw-------");
        assertThat(world.teamLetters(alice, desk, caseId, 2).get(1).text()).contains("put the case on hold");
        assertThat(hold(caseId).output()).contains("on hold already");
        hold("--off", caseId);
        assertThat(world.teamLetters(alice, desk, caseId, 3).get(2).text()).contains("took the hold of the case back");
        assertThat(hold("--off", caseId).status()).isEqualTo(1);
    }

    @Test
    void startingServerShouldObeyBeforeItSendsAnything(@TempDir Path other) throws Exception {
        try (World stopped = new World(other).desk("pyca", DESK, "PYCA", alice)) {
            stopped.start();
            String kim = "kim@elsewhere.example";
            stopped.relay().close();
            stopped.askForKey(DESK, kim);
            Thread.sleep(1000);
            stopped.server().kill();
            CommandLine hold = CommandLine.run("hold", "all", "--home", other.toString());
            assertThat(hold.output()).contains("No server runs on this home");
            stopped.relayIsBack();

            stopped.start();
            Thread.sleep(Duration.ofSeconds(15).toMillis());

            assertThat(stopped.relay().mailsTo(kim)).isEmpty();
            CommandLine.run("hold", "--off", "all", "--home", other.toString());
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (stopped.relay().mailsTo(kim).isEmpty() && System.nanoTime() < deadline) {
                World.sleepBriefly();
            }
            assertThat(stopped.relay().mailsTo(kim)).hasSize(1);
        }
    }

    @Test
    void wordThatIsNoCaseShouldBeRefusedAndHoldNothing() throws Exception {
        CommandLine hold = hold("PYCA-2026-731O");

        assertThat(hold.status()).isEqualTo(2);
        assertThat(hold.errors()).contains("is no case id").contains("nothing was done");
        assertThat(home.resolve("hold/PYCA-2026-731O")).doesNotExist();
        assertThat(hold().errors()).contains("hold wants a case or the word all");
    }

    @Test
    void folderThatIsNoHomeShouldBeRefused(@TempDir Path other) throws Exception {
        CommandLine hold = CommandLine.run("hold", "all", "--home", other.toString());

        assertThat(hold.status()).isEqualTo(2);
        assertThat(hold.errors()).contains("is no home");
        assertThat(other.resolve("hold")).doesNotExist();
    }

    private static void await(String address) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (world.relay().mailsTo(address).isEmpty() && System.nanoTime() < deadline) {
            World.sleepBriefly();
        }
        assertThat(world.relay().mailsTo(address)).hasSize(1);
    }

    private static CommandLine hold(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("hold"));
        all.addAll(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        return CommandLine.run(all.toArray(String[]::new));
    }

    private static String report(String from) throws IOException {
        String id = Mails.messageId();
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "the subject"), "text"));
        return id;
    }
}
