package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words planted in reports stand nowhere: not in the home, not in the temporary folder, not in what the process prints or
 * was started with, while it runs and after it was killed, with logging at its finest. Only addresses may stand in the
 * queue of letters, as on their envelopes.
 */
class LeakTest {
    private static final String DESK = "security@project.example";
    private static final PlantedWords PLANTED = new PlantedWords(
            List.of(
                    "quicksilver",
                    "pomegranate",
                    "feuervogel",
                    "nightingale",
                    "heap=overflow",
                    "bergkristall",
                    "thunderhead"),
            List.of("whistleblower", "sparrowhawk", "nightjar"));

    @TempDir
    private static Path home;

    @Test
    void plantedWordsShouldStandNowhere() throws Exception {
        try (GpgHome alice = GpgHome.of("alice@project.example");
                GpgHome rita = GpgHome.of("whistleblower@finder.example");
                World world = new World(home)
                        .desk("pyca", DESK, "PYCA", alice)
                        .logFinest()
                        .start()) {
            String certificate = world.keyOf(DESK, rita);
            String desk = rita.learn(certificate);
            alice.learn(certificate);

            refuseNightjar(world);
            sendAll(world, rita, alice, desk);
            world.relay().answer(mail -> "451 4.2.0 later");
            String queued = clear(world, "whistleblower@finder.example", "more of the quicksilver", "pomegranate");
            assertThat(queued).isNotEmpty();
            Thread.sleep(1500);

            Path temporary = world.server().temporaryFolder();
            assertThat(leaks(world, temporary)).isEmpty();
            assertThat(processLeaks(world.server().pid())).isEmpty();
            world.server().kill();
            assertThat(leaks(world, temporary)).isEmpty();
            assertThat(PlantedWords.contentOf(home.resolve("log/embargo.log")).contains(" DEBUG "))
                    .as("the log is at its finest")
                    .isTrue();
        }
    }

    @Test
    void searchShouldFindEveryForm() {
        String base64 = Base64.getMimeEncoder()
                .encodeToString("a quicksilver, b pomegranate, cc nightingale".getBytes(StandardCharsets.US_ASCII));
        assertThat(PLANTED.find(base64, false)).contains("quicksilver", "pomegranate", "nightingale");
        assertThat(PLANTED.find("Quick=\r\nsilver heap=3Doverflow", false)).contains("quicksilver", "heap=overflow");
        assertThat(PLANTED.find("p\0o\0m\0e\0g\0r\0a\0n\0a\0t\0e\0", false)).contains("pomegranate");
        assertThat(PLANTED.find("whistleblower@finder.example", true)).isEmpty();
    }

    private static void refuseNightjar(World world) {
        world.relay()
                .answer(mail -> mail.recipient().startsWith("nightjar")
                        ? "550 5.1.1 <nightjar@finder.example> is no user"
                        : "250 taken");
    }

    /** Small and large, clear and encrypted, a follow-up, a letter that bounces. Returns when the team has all. */
    private static void sendAll(World world, GpgHome rita, GpgHome alice, String desk) throws IOException {
        String large = "a line with bergkristall in it\n".repeat(6_000);
        List<String> sent = new ArrayList<>();
        sent.add(clear(world, "whistleblower@finder.example", "quicksilver", "pomegranate and heap=overflow"));
        sent.add(clear(world, "whistleblower@finder.example", "quicksilver", large));
        sent.add(clear(world, "nightjar@finder.example", "thunderhead", "pomegranate"));
        sent.add(encrypted(world, rita, desk, "pomegranate and heap=overflow"));
        sent.add(encrypted(world, rita, desk, large));
        for (String id : sent) {
            world.teamLetter(alice, desk, id);
        }
        String token = world.letter(rita.address(), sent.get(0)).field("Reply-To");
        String id = Mails.messageId();
        String from = "sparrowhawk@elsewhere.example";
        world.send(from, token, Mails.plain(Mails.head("Nightingale <" + from + ">", token, id, "x"), "thunderhead"));
        world.teamLetter(alice, desk, id);
        String bounced = world.teamLetter(alice, desk, sent.get(2)).caseId();
        world.teamLetters(alice, desk, bounced, 2);
    }

    private static String clear(World world, String from, String subject, String text) throws IOException {
        String id = Mails.messageId();
        String head = Mails.head("Nightingale <" + from + ">", DESK, id, subject);
        world.send(from, DESK, head + content(text));
        return id;
    }

    private static String encrypted(World world, GpgHome rita, String desk, String text) throws IOException {
        String id = Mails.messageId();
        String inside = content(text + "\n--mm\nContent-Type: application/pgp-keys\n\n" + rita.certificate());
        String head = Mails.head("Nightingale <" + rita.address() + ">", DESK, id, "...");
        world.send(rita.address(), DESK, Mails.pgpMime(head, rita.signedAndEncrypted(inside, desk)));
        return id;
    }

    private static String content(String text) {
        return "Content-Type: multipart/mixed; boundary=\"mm\"\n\n--mm\nContent-Type: text/plain\n\n" + text + "\n"
                + "--mm\nContent-Type: text/html\n\n<p>pomegranate</p>\n"
                + "--mm\nContent-Type: text/x-poc; name=\"feuervogel.txt\"\n"
                + "Content-Disposition: attachment; filename=\"feuervogel.txt\"\n\nthunderhead\n--mm--\n";
    }

    private static Set<String> leaks(World world, Path temporary) throws IOException {
        Set<String> leaks = PLANTED.leaks(home, temporary);
        PLANTED.find(String.join("\n", world.server().output()), false)
                .forEach(word -> leaks.add(word + " in the output"));
        return leaks;
    }

    private static Set<String> processLeaks(long pid) throws IOException {
        Set<String> leaks = new TreeSet<>();
        for (String file : List.of("cmdline", "environ", "comm")) {
            PLANTED.find(PlantedWords.contentOf(Path.of("/proc/" + pid + "/" + file)), false)
                    .forEach(word -> leaks.add(word + " in " + file));
        }
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                PLANTED.find(PlantedWords.contentOf(thread.resolve("comm")), false)
                        .forEach(word -> leaks.add(word + " in a thread's name"));
            }
        }
        return leaks;
    }
}
