package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose clock was ahead when it last ran: nothing becomes public before a member says that the time is right. */
class ClockDoubtTest {
    private static final String DESK = "security@project.example";
    private static final String LIST = "announce@lists.example";
    private static final String RITA = "rita@finder.example";
    private static final Duration AHEAD = Duration.ofDays(1);

    /** What is refused here, for {@link OrderTest}, where nobody doubts the clock. */
    static final RefusedOrder REFUSED = new RefusedOrder(
            Reason.CLOCK_STILL_WRONG,
            Order.of("alice on DESK", "/resume clock {tomorrow}", "Whoever runs the server must set its clock"));

    @TempDir
    private Path home;

    @Test
    void postShouldWaitUntilAMemberSaysThatTheTimeIsRight() throws IOException {
        RecordedTime.in(home, Instant.now().plus(AHEAD));
        try (GpgHome alices = GpgHome.of("alice@project.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alices).start()) {
            String key = alices.learn(world.keyOf(DESK, alices));
            Member alice = new Member(world, alices, DESK, key);
            assertThat(alice.told("The server's clock jumped"))
                    .contains("send `/resume clock TIME` with the right time");
            String caseId = approved(alice);
            String wrong =
                    Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MINUTES).toString();

            String refused = alice.orderDesk(REFUSED.order().text().replace("{tomorrow}", wrong));
            assertThat(refused.replaceAll("\\s+", " "))
                    .startsWith("Not done")
                    .contains(REFUSED.order().said())
                    .containsPattern(Sentences.of(REFUSED.why()));
            assertThat(world.relay().mailsTo(LIST)).isEmpty();

            assertThat(alice.orderDesk("/resume clock " + Instant.now().truncatedTo(ChronoUnit.MINUTES)))
                    .startsWith("Done")
                    .contains("The time is confirmed");
            assertThat(world.relay().awaitMailsTo(LIST, 1)).hasSize(1);
            assertThat(alice.order(caseId, "/status\n")).contains("The case is");
        }
    }

    /** A case that is public already and waits for nothing but the clock. */
    private static String approved(Member alice) throws IOException {
        String report = Mails.messageId();
        alice.world().send(RITA, DESK, Mails.report(RITA, DESK, report));
        String caseId = World.caseOf(alice.world().letter(RITA, report));
        alice.order(
                caseId,
                "/accept\n/title Overflow\n/affects < 45.0.2\n/fixed none\n/description It overflows.\n"
                        + "/remedy Upgrade.\n/patch none\n/leaked\n");
        alice.approve(caseId);
        return caseId;
    }
}
