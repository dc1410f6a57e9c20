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
import org.embargo.desk.orders.NamedCase;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.RawMail;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.embargo.model.Randomness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mail of the corpus, sent to a case of a desk whose members are the very people that signed them, by somebody who
 * puts the signer's name into From as well: what is not one good signature over all of it orders nothing.
 */
class CorpusOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final DeskName DESK = new DeskName("corpus");
    private static final String CASE = "corp-2026-1000";
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

    /** Each in the name of who signed it, or seems to have, at the address of a case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signed-bad-body                    | alice  | BAD",
                "signed-two-none-good               | bob    | BAD",
                "signed-certification-as-signature  | alice  | BAD",
                "inline-clearsign-bad               | alice  | BAD",
                "ops-without-signature              | alice  | BAD",
                "spoof-signed-three-parts           | alice  | BAD",
                "signed-unknown                     | alice  | UNKNOWN_KEY",
                "signed-from-mismatch               | alice  | UNKNOWN_KEY",
                "spoof-from-display-name            | alice  | UNKNOWN_KEY",
                "enc-signed-unknown                 | alice  | UNKNOWN_KEY",
                "inline-clearsign-unknown           | alice  | UNKNOWN_KEY",
                "signed-expired-key-after           | grace  | EXPIRED_KEY",
                "signed-expired-key-before          | grace  | KEY_NOT_GOOD_NOW",
                "signed-revoked-hard                | heidi  | REVOKED_KEY",
                "signed-revoked-subkey              | trent  | REVOKED_KEY",
                "signed-revoked-soft-before         | rupert | KEY_NOT_GOOD_NOW",
                "signature-outside-encryption       | trent  | REVOKED_KEY",
                "signed-sha1                        | bob    | WEAK",
                "signed-ripemd160                   | bob    | WEAK",
                "signed-rsa1024                     | wendy  | WEAK",
                "enc-signed-sha1                    | bob    | WEAK",
                "enc-signed-weak-key                | wendy  | WEAK",
                "signed-sig-expired                 | alice  | EXPIRED_SIGNATURE",
                "signed-sig-expired-carol           | carol  | EXPIRED_SIGNATURE",
                "surreptitious-forwarding           | mallory| SIGNER_IS_NOT_AUTHOR",
                "surreptitious-forwarding           | alice  | NO_CASE_NAMED",
                "list-footer                        | carol  | NOT_ONE_SIGNATURE",
                "list-footer-ken                    | ken    | NOT_ONE_SIGNATURE",
                "inline-text-around-clearsign       | alice  | NOT_ONE_SIGNATURE",
                "inline-text-around-encrypted       | bob    | NOT_ONE_SIGNATURE",
                "inline-two-clearsigned             | alice  | NOT_ONE_SIGNATURE",
                "inline-clearsign-header-injection  | carol  | BAD",
                "inline-in-alternative              | alice  | NOT_ONE_SIGNATURE",
                "outer-signature-stripped-identity  | alice  | NOT_ONE_SIGNATURE",
                "efail-direct-exfiltration          | alice  | NOT_ONE_SIGNATURE",
                "spoof-signed-part-hidden           | alice  | NOT_ONE_SIGNATURE",
                "signed-two-signers                 | alice  | NOT_ONE_SIGNATURE",
            })
    void mailShouldOrderNothingForThisReason(String id, String member, String reason) throws IOException {
        JsonNode message = messages().stream()
                .filter(each -> each.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        String mail = Files.readString(corpus().resolve(message.get("file").asText()), StandardCharsets.ISO_8859_1);

        assertThat(refusal(inTheNameOf(member, mail))).isEqualTo(reason);
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
        return reason(opened(mail)).isEmpty();
    }

    /** As {@link #reason}; what could act, if it named the case where it is signed, is refused for that. */
    private static String refusal(String mail) throws IOException {
        OpenedMail opened = opened(mail);
        String reason = reason(opened);
        return reason.isEmpty()
                ? SignedOrder.of(opened, desk, NOW)
                        .flatMap(order -> NamedCase.in(
                                        order.root().orElseThrow(), order.text(), desk.desk(), CaseId.parse(CASE))
                                .objection())
                        .map(why -> why.reason().name())
                        .orElse("")
                : reason;
    }

    /** Why it orders nothing: what its signer is told, or where nobody counts as its signer, what its signature is. */
    private static String reason(OpenedMail opened) {
        Optional<SignedOrder> order = SignedOrder.of(opened, desk, NOW);
        if (order.isPresent()) {
            return order.get().objection().map(why -> why.reason().name()).orElse("");
        }
        return opened.verdicts().stream()
                .map(verdict -> verdict.state().name())
                .findFirst()
                .orElse("NOT_SIGNED");
    }

    private static OpenedMail opened(String mail) throws IOException {
        Envelope envelope = new Envelope(
                Optional.of(new Address("someone@elsewhere.example")),
                workshop.desks()
                        .read(new Address("security+" + CASE + "@project.example"))
                        .orElseThrow(),
                NOW,
                new Envelope.Client("127.0.0.1", "client.example", false));
        RawMail raw = new RawMail(
                IntakeId.of(NOW, Randomness.secure().token()),
                envelope,
                Content.of(mail.getBytes(StandardCharsets.ISO_8859_1)));
        return intake.open(raw);
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
