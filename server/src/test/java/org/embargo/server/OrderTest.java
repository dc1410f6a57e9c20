package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command obeyed and every refusal, by mails that gpg signed and encrypted, over SMTP into one running server, and read
 * with gpg where they come out. All is sent at first; the tests look at the answers.
 */
@SuppressWarnings("NullAway.Init") // all is set while it is played
class OrderTest {

    private static final List<List<Order>> OBEYED = Order.acts(OrderWorld.resource("orders/obeyed.txt"));
    private static final List<RefusedOrder> REFUSED = RefusedOrder.table(OrderWorld.resource("orders/refused.txt"));
    private static final List<Objection> OBJECTIONS = Objection.all();

    @TempDir
    private static Path home;

    private static OrderWorld desk;
    private static final Map<Object, String> SENT = new HashMap<>();
    private static final Map<Order, String> TRANSCRIPTS = new HashMap<>();

    @BeforeAll
    static void play() throws IOException {
        desk = new OrderWorld(home);
        for (List<Order> act : OBEYED) {
            for (Order order : act) {
                SENT.put(order, desk.send(order));
            }
            desk.carolChangesKey();
            for (Order order : act) {
                String transcript = desk.transcript(order.by(), sent(order));
                desk.remember(order, transcript);
                TRANSCRIPTS.put(order, transcript);
            }
        }
        desk.ritaWantsCredit();
        desk.hourPasses(OrderScene.MISSED);
        desk.world().relay().awaitMailsTo("announce@lists.example", 2);
        for (RefusedOrder each : REFUSED) {
            SENT.put(each, desk.send(each.order()));
        }
        for (Objection each : OBJECTIONS) {
            SENT.put(each, each.sending().send(desk));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (desk != null) {
            desk.close();
        }
    }

    static Stream<Order> obeyed() {
        return OBEYED.stream().flatMap(List::stream);
    }

    static List<RefusedOrder> refused() {
        return REFUSED;
    }

    static List<Objection> objections() {
        return OBJECTIONS;
    }

    @ParameterizedTest
    @MethodSource("obeyed")
    void orderShouldBeObeyed(Order order) {
        assertThat(TRANSCRIPTS.get(order))
                .startsWith(order.text().startsWith("/dry-run") ? "Tried, not done" : "Done")
                .contains(order.said().stream().map(desk::filled).toList());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void orderShouldBeRefused(RefusedOrder refusal) throws IOException {
        Order order = refusal.order();

        assertThat(desk.transcript(order.by(), sent(refusal)))
                .startsWith("Not done")
                .contains("Nothing was changed")
                .contains(order.said())
                .containsPattern(Sentences.of(refusal.why()));
    }

    @ParameterizedTest
    @MethodSource("objections")
    void mailShouldOrderNothing(Objection objection) throws IOException {
        String id = sent(objection);

        if (objection.told().isEmpty()) {
            World.TeamLetter shown = desk.world().teamLetter(desk.of("dora"), desk.key(), id);
            assertThat(shown.text().replaceAll("\\s+", " ")).contains(objection.words());
        } else {
            assertThat(desk.transcript(objection.told(), id))
                    .startsWith("Not done")
                    .contains(objection.words())
                    .containsPattern(Sentences.of(objection.why().orElseThrow()));
        }
    }

    @Test
    void everyCommandShouldBeObeyedOnce() {
        Set<String> obeyed = obeyed().flatMap(Order::commands).collect(Collectors.toSet());

        assertThat(obeyed).containsAll(Command.words()).contains("/end", "/dry-run");
    }

    @Test
    void everyRefusalShouldBeTried() {
        Set<Reason> tried = EnumSet.noneOf(Reason.class);
        REFUSED.forEach(each -> tried.add(each.why()));
        OBJECTIONS.forEach(each -> each.why().ifPresent(tried::add));

        tried.add(ClockDoubtTest.REFUSED.why());

        assertThat(tried).containsExactlyInAnyOrder(Reason.values());
    }

    @Test
    void nothingOfWhatWasRefusedShouldHaveHappened() throws IOException {
        for (Objection each : OBJECTIONS) {
            mailShouldOrderNothing(each);
        }
        Order status = Order.of("bob on REPORTED", "/status");

        assertThat(desk.transcript("bob", desk.send(status)))
                .contains("The case is reported")
                .doesNotContain("First answered");
        assertThat(desk.world().relay().mailsTo(desk.of("rita").address()).stream()
                        .filter(mail -> Mime.of(mail).field("Subject").contains(desk.caseId(OrderScene.REPORTED))))
                .as("but the receipt")
                .hasSize(1);
        assertThat(desk.world().relay().mails())
                .noneMatch(mail -> mail.message().contains(Objection.PLANTED));
        assertThat(desk.world().relay().mailsTo("eve@elsewhere.example"))
                .as("what any stranger gets")
                .allMatch(mail -> Mime.of(mail).field("Subject").endsWith("Your mail has arrived"));
    }

    @Test
    void onlyHoldAndHelpShouldActInClear() throws IOException {
        for (String command : List.of("/help", "/hold", "/status")) {
            String part = OrderWorld.text(desk.caseId(OrderScene.BUSY) + "\n" + command);

            String id = desk.send("bob@project.example", OrderScene.BUSY, Objection.signed(desk, "bob", part));

            assertThat(desk.transcript("bob", id)).startsWith(command.equals("/status") ? "Not done" : "Done");
        }
    }

    @Test
    void exportedCaseShouldOpenWithTarAndAsAnMbox(@TempDir Path folder) throws Exception {
        Path exported = exported(folder);

        run(
                folder,
                "git",
                "mailsplit",
                "--mboxrd",
                "-o" + folder,
                exported.resolve("mails.mbox").toString());

        assertThat(exported.resolve("journal.jsonl")).content().contains("\"kind\":\"ReportFiled\"");
        assertThat(folder.resolve("0001")).content().contains("From: rita@finder.example");
        assertThat(folder.resolve("0002")).content().contains("From: alice@project.example");
        assertThat(folder.resolve("0003")).doesNotExist();
    }

    @Test
    void exportedMailsShouldBeReadInMuttWithTheDesksKey(@TempDir Path folder) throws Exception {
        assumeTrue(Mutt.isInstalled(), "mutt is not installed");
        Path mbox = exported(folder).resolve("mails.mbox");

        try (GpgHome operator = GpgHome.of("operator@project.example")) {
            operator.learn(Files.readString(home.resolve("conf/desks/pyca/secret.asc")));

            assertThat(Mutt.show(mbox, 2, folder, operator, home.resolve("secrets/pyca.pass")))
                    .contains("1/2: rita@finder.example", "report BUSY", "Attachment #2: key.asc")
                    .contains("2/2: alice@project", "/hold\n/reply\nWait.");
        }
    }

    /** What is in the archive of {@code /export}, unpacked. */
    private static Path exported(Path folder) throws IOException, InterruptedException {
        Order export = obeyed().filter(each -> each.text().contains("/export"))
                .findFirst()
                .orElseThrow();
        Mime archive = desk.answer(export.by(), sent(export)).first("application/octet-stream");
        Path file = Files.writeString(folder.resolve("case.tar.gz"), archive.content(), StandardCharsets.ISO_8859_1);
        run(folder, "tar", "-xzf", file.toString());
        return folder.resolve(desk.caseId(export.about()).toLowerCase(Locale.ROOT));
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor()).as(List.of(command).toString()).isZero();
    }

    private static String sent(Object mail) {
        return Objects.requireNonNull(SENT.get(mail), mail.toString());
    }
}
