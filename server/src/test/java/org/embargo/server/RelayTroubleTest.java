package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay is slow, says later to some and no to others. */
class RelayTroubleTest {
    private static final String DESK = "security@project.example";
    private static final String LATER = "later@finder.example";
    private static final String NEVER = "never@finder.example";
    private static final String SLOW = "slow@finder.example";
    private static final String FINE = "fine@finder.example";

    @TempDir
    private Path home;

    @Test
    void eachLetterShouldArriveUnderOneMessageIdOrBeToldToTheTeam() throws Exception {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alice)) {
            world.logFinest().start();
            String key = alice.learn(world.keyOf(DESK, alice));
            world.relay().answer(mail -> switch (mail.recipient()) {
                case LATER -> asked.add(LATER) ? "451 4.3.0 later" : "250 taken";
                case NEVER -> "550 5.1.1 no such user";
                case SLOW -> slowly();
                case "alice@project.example" -> asked.add(mail.sender()) ? "450 4.2.0 later" : "250 taken";
                default -> "250 taken";
            });

            List<String> reporters = List.of(SLOW, LATER, NEVER, FINE);
            for (String reporter : reporters) {
                String id = Mails.messageId();
                world.send(reporter, DESK, Mails.report(reporter, DESK, id));
            }

            for (String reporter : List.of(SLOW, LATER, FINE)) {
                world.relay().awaitMailsTo(reporter, 1);
                assertThat(messageIds(world, reporter)).hasSize(1);
            }
            assertThat(world.relay().mailsTo(NEVER)).isEmpty();
            assertThat(world.teamLetter(alice, key, NEVER + " came back undelivered")
                            .text())
                    .contains("receipt");
            for (String each : reporters) {
                world.teamLetter(alice, key, "From: " + each);
            }
            assertThat(world.leaks(PlantedWords.OF_REPORTS)).isEmpty();
        }
    }

    private static Set<String> messageIds(World world, String reporter) {
        return world.relay().mailsTo(reporter).stream()
                .map(mail -> Mime.of(mail).field("Message-ID"))
                .collect(Collectors.toSet());
    }

    private static String slowly() {
        try {
            Thread.sleep(8_000);
            return "250 taken";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "451 interrupted";
        }
    }
}
