package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All mails of the corpus, over SMTP to a case of a running desk whose members are the very people that signed them: with
 * the signer's name in From, and as they came. They hold no commands, so that each is shown to the team, with what it
 * proves; what its signer would be told of commands in it stands in the core's {@code CorpusOrderTest}.
 *
 * <p>What was expired or revoked is so for ever, the rest does not end, and the desk takes commands of ten years: nothing
 * here depends on the day.
 */
@SuppressWarnings("NullAway.Init") // all is set while it is played
class CorpusAuthorityTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";
    private static final String UNPROVEN = "a mail in a member's name, not proven to be his.";
    private static final String PROVEN = "a mail in a member's name, to the team.";
    private static final String NO_MEMBERS = "which is no member's\\.";
    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(4);
    private static final Pattern MESSAGE_ID = Pattern.compile("<\\d+\\.\\d+@finder\\.example>");
    /** Their certificates were good when they signed, and are not now. */
    private static final Set<String> NOT_GOOD_NOW = Set.of("grace", "heidi", "rupert", "trent", "wendy");
    /** In whose name a mail is sent that nobody known has signed, if not in alice's. */
    private static final Map<String, String> VICTIMS =
            Map.of("signed-two-none-good", "bob", "inline-clearsign-header-injection", "carol");

    @TempDir
    private static Path home;

    private static World world;
    private static GpgHome reader;
    private static String key;
    private static String caseId;
    private static final List<Sent> SENT = new ArrayList<>();
    /** By Message-ID. */
    private static final Map<String, String> SHOWN = new HashMap<>();

    private static int read;

    /**
     * What was sent.
     *
     * @param author whom From names
     */
    private record Sent(CorpusMail mail, String author, String messageId) {
        String shown() {
            return Objects.requireNonNull(SHOWN.get(messageId), toString());
        }

        /** As from the member, though it orders nothing. */
        boolean counts() {
            return shown().contains(PROVEN) && !shown().contains("It was not obeyed");
        }

        @Override
        public String toString() {
            return mail + " by " + author;
        }
    }

    @BeforeAll
    static void play() throws IOException {
        reader = GpgHome.of("reader@project.example");
        world = new World(home).desk("corpus", DESK, "CORP", reader);
        team();
        world.start();
        key = reader.learn(world.keyOf(DESK, reader));
        String report = Mails.messageId();
        world.send(RITA, DESK, Mails.report(RITA, DESK, report));
        caseId = World.caseOf(world.letter(RITA, report));
        List<CorpusMail> mails = CorpusMail.all();
        // in a member's name first: a signature counts once, and who writes in his own name becomes known
        for (CorpusMail each : mails) {
            send(each, member(each));
        }
        awaitShown();
        for (CorpusMail each : mails) {
            if (!each.from().equals(member(each))) {
                send(each, each.from());
            }
        }
        awaitShown();
    }

    private static void send(CorpusMail mail, String author) throws IOException {
        Sent sent = new Sent(mail, author, Mails.messageId());
        String address = DESK.replace("@", "+" + caseId.toLowerCase(Locale.ROOT) + "@");
        world.send(author, address, mail.by(author, sent.messageId()));
        SENT.add(sent);
    }

    /** Waits until one who wrote none of them is shown each mail, whose original is attached. */
    private static void awaitShown() throws IOException {
        long deadline = System.nanoTime() + SHOWN_WITHIN.toNanos();
        while (!SENT.stream().allMatch(each -> SHOWN.containsKey(each.messageId()))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            List<Relay.Received> letters = world.relay().mailsTo(reader.address());
            for (Relay.Received letter : letters.subList(read, letters.size())) {
                show(Mime.of(letter));
            }
            read = letters.size();
            World.sleepBriefly();
        }
    }

    private static void show(Mime letter) throws IOException {
        if (!letter.type().equals("multipart/encrypted")) {
            return; // the desk's certificate
        }
        Mime inside = reader.open(letter, key);
        if (inside.type().startsWith("multipart/")) {
            String text = inside.first("text/plain").text().replaceAll("\\s+", " ");
            MESSAGE_ID
                    .matcher(inside.parts().stream().map(Mime::content).collect(Collectors.joining()))
                    .results()
                    .forEach(id -> SHOWN.put(id.group(), text));
        }
    }

    /** The secret keys of the desk, and everybody registered as a member. */
    private static void team() throws IOException {
        Path desk = home.resolve("conf/desks/corpus");
        Files.createDirectories(desk.resolve("former"));
        StringBuilder team = new StringBuilder("team = ");
        for (Path certificate : files("keys/registered")) {
            String name = certificate.getFileName().toString().replace(".asc", "");
            if (!name.equals("vendor")) {
                Files.copy(certificate, desk.resolve("team").resolve(name + "@reporter.example.asc"));
                team.append(name).append("@reporter.example, ");
            }
        }
        for (Path secret : files("keys/project-secret")) {
            String name = secret.getFileName().toString();
            if (!name.equals("project-locked.asc")) {
                Path copy = Files.copy(
                        secret, desk.resolve(name.equals("project-ecc.asc") ? "secret.asc" : "former/" + name));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            }
        }
        Path properties = desk.resolve("desk.properties");
        Files.writeString(
                properties,
                Files.readString(properties).replace("team = ", team.toString()) + "command-window = 3650d\n");
    }

    private static List<Path> files(String under) throws IOException {
        try (Stream<Path> files = Files.list(CorpusMail.corpus().resolve(under))) {
            return files.sorted().toList();
        }
    }

    /** The member who signed it, or whom somebody may want to pass for. */
    private static String member(CorpusMail mail) {
        return address(mail.signer().isEmpty() ? VICTIMS.getOrDefault(mail.id(), "alice") : mail.signer());
    }

    private static String address(String name) {
        return name + "@reporter.example";
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        reader.close();
    }

    static List<Sent> sent() {
        return SENT;
    }

    @ParameterizedTest
    @MethodSource("sent")
    void onlyOneGoodSignatureOverAllOfItShouldCountAsTheMembers(Sent sent) {
        String signer = sent.mail().signer();
        boolean may = sent.mail().isWhole() && sent.author().equals(address(signer)) && !NOT_GOOD_NOW.contains(signer);

        assertThat(sent.counts() && !may).as(sent.shown()).isFalse();
    }

    /** Each in the name of who signed it, or seems to have. */
    @ParameterizedTest
    @CsvFileSource(resources = "/orders/corpus.txt", delimiter = '|')
    void mailShouldProveNothingForThisReason(String id, String reason) {
        String shown = inHisName(id).shown();

        if (reason.startsWith("SIGNATURE_")) {
            assertThat(shown).contains(UNPROVEN, "take it as a stranger's");
        }
        // mails in members' names bring the impostor's certificate along, from when on it is one that is known
        assertThat(shown)
                .containsPattern(
                        Sentences.ofFinding(reason) + (reason.endsWith("UNKNOWN_KEY") ? "|" + NO_MEMBERS : ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signed-gpg-alice",
                "enc-sign-alice-project-rsa-default",
                "inline-clearsign",
                "rfc1847-encapsulation",
                // passed on, but by no word of it meant for somebody else
                "surreptitious-forwarding"
            })
    void goodAndWholeMailShouldCountAsTheMembers(String id) {
        Sent sent = inHisName(id);

        assertThat(sent.counts()).as(sent.shown()).isTrue();
        assertThat(sent.shown()).contains("Good signature over all of it").contains("(" + sent.author() + ")");
    }

    @Test
    void mailOfAnotherThanItsSignerShouldBeAReportOfHis() {
        Sent sent = SENT.stream()
                .filter(each -> each.toString().equals("surreptitious-forwarding by mallory@attacker.example"))
                .findFirst()
                .orElseThrow();

        assertThat(sent.shown())
                .contains("a new report.", "From mallory@attacker.example")
                .contains("(alice@reporter.example), who is not its author");
    }

    @Test
    void nothingShouldHaveHappened() throws IOException {
        String status = new Member(world, reader, DESK, key).order(caseId, "/status\n");

        assertThat(status).startsWith("Done").contains("The case is reported.").doesNotContain("First answered");
        assertThat(world.relay().mailsTo(RITA)).as("but the receipt").hasSize(1);
        Set<String> sent = SENT.stream().map(Sent::messageId).collect(Collectors.toSet());
        assertThat(world.relay().mails())
                .filteredOn(letter -> letter.recipient().endsWith("@reporter.example"))
                .as("transcripts, which answer nothing but commands")
                .noneMatch(letter -> sent.contains(Mime.of(letter).field("In-Reply-To")));
    }

    private static Sent inHisName(String id) {
        return SENT.stream()
                .filter(each -> each.mail().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
