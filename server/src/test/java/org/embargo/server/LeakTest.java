package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words planted in reports stand nowhere: not in the home, not in the temporary folder, not in what the process prints or
 * was started with, while it runs and after it was killed, with logging at its finest. Only addresses may stand in the
 * queue of letters, as on their envelopes.
 */
class LeakTest {
    private static final String DESK = "security@project.example";
    private static final List<String> ADDRESSES = List.of("whistleblower", "sparrowhawk", "nightjar");
    private static final List<String> WORDS = List.of(
            "quicksilver", "pomegranate", "feuervogel", "nightingale", "heap=overflow", "bergkristall", "thunderhead");

    @TempDir
    private static Path home;

    @Test
    void plantedWordsShouldStandNowhere() throws Exception {
        logFinest();
        try (GpgHome alice = GpgHome.of("alice@project.example");
                GpgHome rita = GpgHome.of("whistleblower@finder.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alice).start()) {
            String certificate = world.keyOf(DESK, rita);
            String desk = rita.learn(certificate);
            alice.learn(certificate);

            refuseNightjar(world);
            sendAll(world, rita, alice, desk);
            world.relay().answer(mail -> "451 4.2.0 later");
            String queued = clear(world, "whistleblower@finder.example", "more of the quicksilver", "pomegranate");
            assertThat(queued).isNotEmpty();
            Thread.sleep(1500);

            Path temporary = temporaryFolder(world.server().pid());
            assertThat(leaks(world, temporary)).isEmpty();
            assertThat(processLeaks(world.server().pid())).isEmpty();
            world.server().kill();
            assertThat(leaks(world, temporary)).isEmpty();
            assertThat(Files.readString(home.resolve("log/embargo.log"))).contains(" DEBUG ", " TRACE ");
        }
    }

    @Test
    void searchShouldFindEveryForm() {
        String base64 = Base64.getMimeEncoder()
                .encodeToString("a quicksilver, b pomegranate, cc nightingale".getBytes(StandardCharsets.US_ASCII));
        assertThat(find(base64, false)).contains("quicksilver", "pomegranate", "nightingale");
        assertThat(find("Quick=\r\nsilver heap=3Doverflow", false)).contains("quicksilver", "heap=overflow");
        assertThat(find("p\0o\0m\0e\0g\0r\0a\0n\0a\0t\0e\0", false)).contains("pomegranate");
        assertThat(find("whistleblower@finder.example", true)).isEmpty();
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

    /** The shipped configuration, with every logger at its finest. */
    private static void logFinest() throws IOException {
        String shipped = Files.readString(ServerProcess.installation().resolve("conf/log4j2.xml"));
        String finest = shipped.replaceAll(
                        "(<(?:Root|Logger name=\"org\\.apache[^\"]*\"|Logger name=\"org\\.embargo\\.shaded[^\"]*\")"
                                + " level=\")[A-Z]+",
                        "$1DEBUG")
                .replaceAll("(<Logger name=\"org\\.embargo(?:\\.desk\\.\\w+)?\" level=\")[A-Z]+", "$1TRACE");
        assertThat(finest).doesNotContain("level=\"WARN\"").doesNotContain("level=\"ERROR\"");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/log4j2.xml"), finest);
    }

    private static TreeSet<String> leaks(World world, Path temporary) throws IOException {
        TreeSet<String> leaks = new TreeSet<>();
        for (Path folder : List.of(home, temporary)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = folder.relativize(file).toString();
                    find(name + "\n" + contentOf(file), name.startsWith("var/queue"))
                            .forEach(word -> leaks.add(word + " in " + folder + "/" + name));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                    if (gone instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw gone;
                }
            });
        }
        find(String.join("\n", world.server().output()), false).forEach(word -> leaks.add(word + " in the output"));
        return leaks;
    }

    private static TreeSet<String> processLeaks(long pid) throws IOException {
        TreeSet<String> leaks = new TreeSet<>();
        for (String file : List.of("cmdline", "environ", "comm")) {
            find(contentOf(Path.of("/proc/" + pid + "/" + file)), false)
                    .forEach(word -> leaks.add(word + " in " + file));
        }
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                find(contentOf(thread.resolve("comm")), false).forEach(word -> leaks.add(word + " in a thread's name"));
            }
        }
        return leaks;
    }

    /** Which words stand in a text: as they are, in UTF-16, over soft line breaks, quoted-printable, or in base64. */
    private static List<String> find(String text, boolean isQueue) {
        List<String> wanted = new ArrayList<>(WORDS);
        if (!isQueue) {
            wanted.addAll(ADDRESSES);
        }
        String dense = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        String lower = dense.toLowerCase(Locale.ROOT);
        String joined = lower.contains("=\r\n") ? lower.replace("=\r\n", "") : lower;
        String oneLine = dense.replace("\r", "").replace("\n", "");
        return wanted.stream()
                .filter(word -> joined.contains(word)
                        || joined.contains(word.replace("=", "=3d"))
                        || inBase64(word).stream().anyMatch(oneLine::contains))
                .toList();
    }

    /** What a word becomes in base64, wherever it begins in the text. */
    private static List<String> inBase64(String word) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] bytes = ("xx".substring(0, before) + word).getBytes(StandardCharsets.US_ASCII);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            forms.add(encoded.substring(before == 0 ? 0 : before + 1, bytes.length * 4 / 3));
        }
        return forms;
    }

    private static String contentOf(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            // done with meanwhile
            return "";
        }
    }

    private static Path temporaryFolder(long pid) throws IOException {
        Matcher option = Pattern.compile("-Djava\\.io\\.tmpdir=([^\0]+)")
                .matcher(contentOf(Path.of("/proc/" + pid + "/cmdline")));
        assertThat(option.find()).isTrue();
        return Path.of(option.group(1));
    }
}
