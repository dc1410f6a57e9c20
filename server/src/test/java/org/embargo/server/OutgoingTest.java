package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of letters when the relay does not simply take them. */
class OutgoingTest {
    private static final String DESK = "security@project.example";

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

    @AfterEach
    void takeAll() {
        world.relay().answer(mail -> "250 taken");
    }

    @Test
    void letterShouldBeTriedAgainUntilTheRelayTakesIt() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        String rita = "busy@finder.example";
        world.relay()
                .answer(mail ->
                        mail.recipient().equals(rita) && tries.incrementAndGet() == 1 ? "451 later" : "250 taken");

        String id = report(rita);

        List<Relay.Received> receipts = world.letters(rita, id, 1);
        assertThat(tries).hasValue(2);
        assertThat(receipts).hasSize(1);
    }

    @Test
    void lettersShouldWaitForARelayThatIsDown() throws IOException {
        String rita = "patient@finder.example";
        world.relay().close();

        String id = report(rita);
        // longer than the first try takes
        for (int i = 0; i < 50; i++) {
            World.sleepBriefly();
        }
        world.relayIsBack();

        assertThat(world.letters(rita, id, 1)).hasSize(1);
        assertThat(world.teamLetter(alice, desk, id).text()).contains("> text");
    }

    @Test
    void teamShouldBeToldOfAReceiptThatTheRelayRefuses() throws IOException {
        String rita = "gone@finder.example";
        world.relay().answer(mail -> mail.recipient().equals(rita) ? "550 5.1.1 no such user" : "250 taken");

        String id = report(rita);

        String caseId = world.teamLetter(alice, desk, id).caseId();
        World.TeamLetter told = world.teamLetters(alice, desk, caseId, 2).get(1);
        assertThat(told.text())
                .contains("A letter to " + rita + " came back undelivered")
                .contains("5");
        assertThat(told.inside().field("Subject")).contains("Problem");
        world.expectNoLetterTo(rita);
    }

    @Test
    void letterShouldGoOverTlsWhereTheRelayOffersIt() throws Exception {
        String rita = "secret@finder.example";
        world.relay()
                .offerStartTls(
                        home.resolve("secrets/tls.p12"),
                        Files.readString(home.resolve("secrets/tls.pass")).strip());

        String id = report(rita);

        assertThat(world.letters(rita, id, 1)).allMatch(Relay.Received::tls);
    }

    private static String report(String from) throws IOException {
        String id = Mails.messageId();
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "the subject"), "text"));
        return id;
    }
}
