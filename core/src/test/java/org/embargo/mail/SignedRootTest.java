package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.embargo.content.SpoolFolder;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.OpenPgpPolicy;
import org.embargo.openpgp.SignatureJudge;
import org.embargo.openpgp.SignatureState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the corpus could order something at all: one good signature over the whole mail, and nothing else. */
class SignedRootTest {

    @TempDir
    private static Path folder;

    static List<JsonNode> messages() {
        return MailCorpus.here().messages();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void onlyWhatIsOneGoodSignatureOverAllShouldBeAbleToAct(JsonNode message) throws Exception {
        OpenPgpPolicy policy = OpenPgpPolicy.standard();
        SpoolFolder spools = new SpoolFolder(folder);
        MailOpener opener = new MailOpener(
                MailLimits.DEFAULT,
                spools,
                "mx.project.example",
                new MessageOpener(policy, spools),
                new SignatureJudge(policy));
        MailCorpus corpus = MailCorpus.here();

        OpenedMail opened = opener.open(
                corpus.raw(message), corpus.keys(), corpus.registered(), Instant.parse("2026-03-01T12:00:00Z"));

        boolean mayAct = opened.signedRoot()
                .filter(root -> root.verdict().state() == SignatureState.GOOD)
                .filter(root -> opened.coverage() == Coverage.WHOLE && opened.isReadable())
                .isPresent();
        boolean expected = accepted(message).contains("good")
                && message.get("signature_covers").asText().equals("whole")
                && message.get("expect").asText().equals("ok");
        assertThat(mayAct && !expected).isFalse();
    }

    /** A signature made before its key was superseded may count as good; the desk then asks whether the key is good now. */
    private static List<String> accepted(JsonNode message) {
        List<String> accepted = new ArrayList<>(List.of(message.get("signature").asText()));
        message.get("signature_accept").forEach(each -> accepted.add(each.asText()));
        return accepted;
    }
}
