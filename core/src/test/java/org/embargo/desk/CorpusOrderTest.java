package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.RawMail;
import org.embargo.model.Address;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.embargo.model.Randomness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mail of the corpus, sent to a case of a desk whose members are the very people that signed them, by somebody who
 * puts the signer's name into From as well: what is not one good signature over all of it orders nothing.
 */
class CorpusOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeskName DESK = new DeskName("corpus");
    /** Their certificates were good when they signed, and are not now. */
    private static final Set<String> NOT_GOOD_NOW = Set.of("grace", "heidi", "rupert", "trent", "wendy");

    @TempDir
    private static Path folder;

    private static Workshop workshop;
    private static OpenDesk desk;
    private static IntakeDesk intake;

    @BeforeAll
    static void start() throws IOException {
        TestHomeTemplate.copyTo(folder);
        Path conf = Files.createDirectories(folder.resolve("conf/desks/corpus"));
        Files.createDirectories(conf.resolve("team"));
        Files.createDirectories(conf.resolve("former"));
        List<String> members = new ArrayList<>();
        for (Path key : files("keys/registered")) {
            String name = key.getFileName().toString().replace(".asc", "");
            String address = name.equals("vendor") ? "psirt@vendor.example" : name + "@reporter.example";
            members.add(address);
            Files.copy(key, conf.resolve("team/" + address + ".asc"));
        }
        for (Path key : files("keys/project-secret")) {
            String name = key.getFileName().toString();
            boolean present = name.equals("project-rsa.asc");
            if (!name.equals("project-locked.asc")) {
                Path copy = Files.copy(key, conf.resolve(present ? "secret.asc" : "former/" + name));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
            }
        }
        Files.writeString(
                conf.resolve("desk.properties"),
                "address = security@project.example\ncase-prefix = CORP\nproject = corpus\n"
                        + "mailing-list = dev@lists.example\ncommand-window = 3650d\nteam = "
                        + String.join(", ", members) + "\n");
        PinnedClock clock = new PinnedClock(NOW);
        workshop = new DeskStart(folder, clock, System::nanoTime).open(mail -> {});
        desk = workshop.desks().desk(DESK);
        intake = workshop.intake(() -> {});
    }

    @AfterAll
    static void stop() {
        workshop.desks().close();
    }

    static List<JsonNode> messages() throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        new ObjectMapper()
                .readTree(corpus().resolve("manifest.json").toFile())
                .get("messages")
                .forEach(messages::add);
        return messages;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void onlyOneGoodSignatureOverAllOfItShouldOrderSomething(JsonNode message) throws IOException {
        String mail = Files.readString(corpus().resolve(message.get("file").asText()), StandardCharsets.ISO_8859_1);

        boolean asItCame = mayAct(mail);
        boolean inHisName = mayAct(inTheNameOf(message.get("signer").asText(), mail));

        boolean whole = accepted(message).contains("good")
                && message.get("signature_covers").asText().equals("whole")
                && message.get("expect").asText().equals("ok")
                && !message.has("signatures")
                && !NOT_GOOD_NOW.contains(message.get("signer").asText());
        assertThat(inHisName && !whole).isFalse();
        assertThat(asItCame && !message.get("signer_matches_from").asBoolean()).isFalse();
    }

    @Test
    void ordinaryMailsOfMembersShouldOrderSomething() throws IOException {
        for (JsonNode message : messages()) {
            if (Set.of(
                            "signed-gpg-alice",
                            "enc-sign-alice-project-rsa-default",
                            "inline-clearsign",
                            "rfc1847-encapsulation")
                    .contains(message.get("id").asText())) {
                String mail =
                        Files.readString(corpus().resolve(message.get("file").asText()), StandardCharsets.ISO_8859_1);
                assertThat(mayAct(mail)).as(message.get("id").asText()).isTrue();
            }
        }
    }

    private static boolean mayAct(String mail) throws IOException {
        Envelope envelope = new Envelope(
                Optional.of(new Address("someone@elsewhere.example")),
                workshop.desks()
                        .read(new Address("security+corp-2026-1000@project.example"))
                        .orElseThrow(),
                NOW,
                new Envelope.Client("127.0.0.1", "client.example", false));
        RawMail raw = new RawMail(
                IntakeId.of(NOW, Randomness.secure().token()),
                envelope,
                Content.of(mail.getBytes(StandardCharsets.ISO_8859_1)));
        OpenedMail opened = intake.open(raw);
        return SignedOrder.of(opened, desk, NOW)
                .filter(order -> order.objection().isEmpty())
                .isPresent();
    }

    private static String inTheNameOf(String signer, String mail) {
        return mail.replaceFirst("(?m)^From: .*$", "From: " + signer + "@reporter.example\r");
    }

    private static List<String> accepted(JsonNode message) {
        List<String> accepted = new ArrayList<>(List.of(message.get("signature").asText()));
        message.get("signature_accept").forEach(each -> accepted.add(each.asText()));
        return accepted;
    }

    private static List<Path> files(String under) throws IOException {
        try (Stream<Path> files = Files.list(corpus().resolve(under))) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    private static Path corpus() {
        try {
            return Path.of(Objects.requireNonNull(CorpusOrderTest.class.getResource("/corpus"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("test resources are no folder", e);
        }
    }
}
