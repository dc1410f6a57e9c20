package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.embargo.content.Content;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail of the corpus must come out as its manifest says. {@code -Dembargo.corpus=DIR} runs another one of the same
 * form.
 */
final class MailCorpusTest {

    private static final MailCorpus CORPUS = MailCorpus.asked();

    static Stream<Expected> messages() {
        return CORPUS.messages().stream().map(Expected::new);
    }

    @Test
    void corpusShouldNotBeEmpty() {
        assertThat(CORPUS.messages()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void mailShouldComeOutAsTheManifestSays(Expected expected) throws IOException {
        RawMail mail = CORPUS.raw(expected.json());

        OpenedMail opened = Mails.opener().open(mail, CORPUS.keys(), CORPUS.registered(), Mails.NOW);

        SoftAssertions softly = new SoftAssertions();
        expected.check(opened, softly);
        softly.assertAll();
    }

    /** One entry of the manifest. */
    record Expected(JsonNode json) {

        @Override
        public String toString() {
            return text("id");
        }

        void check(OpenedMail mail, SoftAssertions softly) throws IOException {
            if (mail.failure().isPresent()) {
                checkRefusal(mail, softly);
                return;
            }
            softly.assertThat(text("expect")).as("expect").isEqualTo("ok");
            checkSignature(mail, softly);
            if (!json.get("body_sha256").isNull()) {
                softly.assertThat(sha256(Content.of(mail.body().getBytes(StandardCharsets.UTF_8))))
                        .as("body: %s", mail.body())
                        .isEqualTo(text("body_sha256"));
            }
            softly.assertThat(attachments(mail)).as("attachments").isEqualTo(expectedAttachments());
            String subject = json.get("protected_subject").isNull()
                    ? mail.outer().subject().text()
                    : text("protected_subject");
            softly.assertThat(mail.inner().subject().text()).as("subject").isEqualTo(subject);
        }

        /** What is refused must not be handed out in part. */
        private void checkRefusal(OpenedMail mail, SoftAssertions softly) {
            softly.assertThat(words("failure_accept"))
                    .as("failure")
                    .contains(word(mail.failure().get()));
            softly.assertThat(mail.sections()).as("sections").noneMatch(Section::encrypted);
            softly.assertThat(mail.attachments()).as("attachments").noneMatch(Attachment::encrypted);
        }

        private void checkSignature(OpenedMail mail, SoftAssertions softly) {
            String state = mail.signature().map(Expected::word).orElse("none");
            softly.assertThat(words("signature_accept")).as("signature").contains(state);
            if (state.equals(text("signature"))) {
                softly.assertThat(mail.coverage().name().toLowerCase(Locale.ROOT))
                        .as("coverage")
                        .isEqualTo(text("signature_covers"));
            }
            if (!json.get("signer_fingerprint").isNull() && state.equals(text("signature"))) {
                SignatureState overall = mail.signature().orElseThrow();
                softly.assertThat(mail.verdicts().stream()
                                .filter(verdict -> verdict.state() == overall)
                                .flatMap(verdict -> verdict.signer().stream())
                                .findFirst()
                                .map(Fingerprint::hex))
                        .as("signer")
                        .hasValue(text("signer_fingerprint"));
            }
            if (json.has("signatures")) {
                softly.assertThat(mail.verdicts().stream().map(Expected::described))
                        .as("signatures")
                        .containsExactlyElementsOf(expectedSignatures());
            }
        }

        private static String described(Verdict verdict) {
            return word(verdict.state()) + " "
                    + verdict.signer().map(Fingerprint::hex).orElse("nobody");
        }

        private List<String> expectedSignatures() {
            return StreamSupport.stream(json.get("signatures").spliterator(), false)
                    .map(each -> each.get("state").asText() + " " + fingerprint(each.get("signer")))
                    .toList();
        }

        private static String fingerprint(JsonNode signer) {
            return signer.isNull() ? "nobody" : CORPUS.fingerprint(signer.asText());
        }

        private static List<String> attachments(OpenedMail mail) throws IOException {
            List<String> described = new ArrayList<>();
            for (Attachment each : mail.attachments()) {
                if (each.mediaType().equals("message/rfc822")) {
                    continue; // the manifest does not list enclosed mails
                }
                described.add(each.name().text() + " " + each.content().sizeBytes() + " " + sha256(each.content()));
            }
            return described;
        }

        private List<String> expectedAttachments() {
            return StreamSupport.stream(json.get("attachments").spliterator(), false)
                    .map(each ->
                            each.get("name").asText() + " " + each.get("size").asText() + " "
                                    + each.get("sha256").asText())
                    .toList();
        }

        private String text(String field) {
            return json.get(field).asText();
        }

        private List<String> words(String field) {
            return StreamSupport.stream(json.get(field).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        /** The manifest's word for a constant. */
        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String sha256(Content content) throws IOException {
            try (InputStream in = content.open()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                try (InputStream reading = new DigestInputStream(in, digest)) {
                    reading.transferTo(java.io.OutputStream.nullOutputStream());
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
