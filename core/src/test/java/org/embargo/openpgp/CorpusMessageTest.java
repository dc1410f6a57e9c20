package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Fingerprint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The armored messages of the corpus, without the mail around them: outcome, failure, signature and signer. */
@DisplayName("Corpus of OpenPGP messages")
class CorpusMessageTest {

    /** After the newest signature: some of the tools took the time of their clock. */
    static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private static DeskKeys keys;
    private static CertificateDirectory registered;
    private static MessageOpener opener;

    @BeforeAll
    static void readKeys(@TempDir Path folder) throws Exception {
        keys = Corpus.projectKeys();
        registered = Corpus.registered();
        opener = new MessageOpener(OpenPgpPolicy.standard(), new SpoolFolder(folder.resolve("spool")));
    }

    /** Those whose block stands in the mail as it is: the others need a MIME parser. */
    static Stream<JsonNode> encrypted() {
        return Corpus.messages()
                .filter(each -> each.get("structure").asText().equals("pgp-mime-encrypted"))
                .filter(each -> Stream.of("base64-octets", "rfc1847-encapsulation", "signed-over-encrypted")
                        .noneMatch(feature -> has(each, feature)))
                .filter(each -> !each.get("id").asText().equals("efail-direct-exfiltration"));
    }

    private static boolean has(JsonNode message, String feature) {
        return texts(message.get("features")).contains(feature);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encrypted")
    void openingShouldComeOutAsTheManifestSays(JsonNode expected) throws Exception {
        byte[] mail = Corpus.bytes(expected.get("file").asText());
        byte[] block = ArmorBlock.allIn(mail).stream()
                .filter(each -> each.kind() == ArmorBlock.Kind.MESSAGE)
                .map(each -> each.bytesIn(mail))
                .findFirst()
                .orElseGet(() -> new byte[0]);

        Opening opening = opener.openEncrypted(new ByteArrayInputStream(block), keys, registered, NOW);

        assertThat(outcome(opening)).as(expected.toPrettyString()).isIn(accepted(expected));
        if (opening instanceof Opening.Opened opened) {
            assertSignatureIs(expected, opened);
        }
    }

    private static String outcome(Opening opening) {
        return opening instanceof Opening.Unopened unopened ? name(unopened.failure()) : "ok";
    }

    private static List<String> accepted(JsonNode expected) {
        Stream<String> failures = texts(expected.get("failure_accept")).stream();
        return expected.get("expect").asText().equals("ok")
                ? Stream.concat(Stream.of("ok"), failures).toList()
                : failures.toList();
    }

    private static void assertSignatureIs(JsonNode expected, Opening.Opened opened) {
        String state = opened.verdicts().stream()
                .map(each -> name(each.state()))
                .findFirst()
                .orElse("none");
        assertThat(state).as(expected.toPrettyString()).isIn(texts(expected.get("signature_accept")));
        assertThat(opened.sessionKeyDigest()).hasSize(64);
        if (!expected.get("signer_fingerprint").isNull() && !state.equals("none")) {
            assertThat(opened.verdicts().get(0).signer())
                    .isEqualTo(Optional.of(
                            new Fingerprint(expected.get("signer_fingerprint").asText())));
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
