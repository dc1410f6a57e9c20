package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code embargo leaver} does to a server that runs. */
class LeaverTest {
    private static final String DESK = "security@project.example";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static GpgHome bob;
    private static World world;
    private static String desk;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        bob = GpgHome.of("bob@project.example");
        world = new World(home).desk("pyca", DESK, "PYCA", alice, bob).start();
        desk = alice.learn(world.keyOf(DESK, alice));
        bob.learn(world.keyOf(DESK, bob));
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        alice.close();
        bob.close();
    }

    @Test
    void nextMailOfALeaverShouldBeRefusedWithoutARestart() throws Exception {
        transcripts("while he is of the team", bob);

        CommandLine leaver = leaver("bob@project.example");
        int before = world.relay().mailsTo(bob.address()).size();
        String refused = order(bob);

        assertThat(leaver.status()).isZero();
        assertThat(leaver.output())
                .contains("bob@project.example has left desk pyca now")
                .contains("refuses his next mail")
                .contains("embargo leaver --off bob@project.example --home " + home);
        assertThat(world.teamLetter(alice, desk, "has left the team").text()).contains("bob@project.example");
        assertThat(world.teamLetter(alice, desk, refused).text()).isNotBlank();
        assertThat(world.relay().mailsTo(bob.address()).stream().skip(before))
                .noneMatch(mail -> Mime.of(mail).field("Content-Type").contains("encrypted"));
        assertThat(CommandLine.run("check", "--home", home.toString()).output())
                .contains("bob@project.example has left, by a file in its folder left");
        assertThat(leaver("alice@project.example").errors()).contains("is the last member of desk pyca");

        assertThat(leaver("--off", "bob@project.example").output()).contains("is of the team of desk pyca again");
        world.teamLetter(alice, desk, "is of the team again");
        transcripts("when he is back", bob);
    }

    @Test
    void whoIsNoMemberShouldBeRefused() throws Exception {
        CommandLine leaver = leaver("nobody@project.example");

        assertThat(leaver.status()).isEqualTo(1);
        assertThat(leaver.errors()).contains("no desk of this home has a member");
        assertThat(leaver("no address").status()).isEqualTo(2);
        assertThat(leaver().errors()).contains("wants the address of a member");
    }

    /** Waits for what answers a command of {@code member}. */
    private static void transcripts(String when, GpgHome member) throws Exception {
        String id = order(member);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Relay.Received> answers = answers(member, id);
        while (answers.isEmpty() && System.nanoTime() < deadline) {
            World.sleepBriefly();
            answers = answers(member, id);
        }
        assertThat(answers).as(when).isNotEmpty();
    }

    private static List<Relay.Received> answers(GpgHome member, String id) {
        return world.relay().mailsTo(member.address()).stream()
                .filter(mail -> Mime.of(mail).field("In-Reply-To").contains(id))
                .toList();
    }

    private static String order(GpgHome member) throws IOException {
        String id = Mails.messageId();
        String part = "Content-Type: text/plain\r\n\r\n" + DESK + "\r\n/cases\r\n";
        world.send(
                member.address(),
                DESK,
                Mails.pgpMime(Mails.head(member.address(), DESK, id, "order"), member.signedAndEncrypted(part, desk)));
        return id;
    }

    private static CommandLine leaver(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("leaver"));
        all.addAll(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        return CommandLine.run(all.toArray(String[]::new));
    }
}
