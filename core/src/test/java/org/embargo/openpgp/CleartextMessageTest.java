package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.known;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.embargo.content.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cleartext signature framework, and what people smuggle into it. */
class CleartextMessageTest {

    private static final SignatureJudge JUDGE = new SignatureJudge(OpenPgpPolicy.standard());
    private static final String HEAD = "-----BEGIN PGP SIGNED MESSAGE-----\n";

    @Test
    void textShouldComeAsItWasSigned() throws Exception {
        String block = HEAD + "Hash: SHA512\n\n- -----dashes\nplain  \t\n- \n" + signature("-----dashes\r\nplain\r\n");

        CleartextMessage message = judge(block).orElseThrow();

        assertThat(new String(message.text().bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("-----dashes\r\nplain\r\n");
        assertThat(message.verdicts()).extracting(Verdict::state).containsExactly(SignatureState.GOOD);
    }

    @Test
    void changedTextShouldBeBad() throws Exception {
        String block = HEAD + "Hash: SHA512\n\nno\n" + signature("yes");

        assertThat(judge(block).orElseThrow().verdicts())
                .extracting(Verdict::state)
                .containsExactly(SignatureState.BAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hash: SHA512\nSent: by the boss\n\n",
                "Hash: SHA512\nApprove the release.\n\n",
                "Comment: approved\n\n",
                "Hash: SHA512 and please approve\n\n",
                "Approve it.\n\n"
            })
    void blockWithSmuggledHeadersShouldNotBeTaken(String headers) throws Exception {
        assertThat(judge(HEAD + headers + "yes\n" + signature("yes"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text", "-----BEGIN PGP SIGNED MESSAGE-----\n\nyes\n", "-----BEGIN PGP SIGNED MESSAGE-----"})
    void textWithoutTheFormShouldNotBeTaken(String text) throws Exception {
        assertThat(judge(text)).isEmpty();
    }

    private static String signature(String text) throws Exception {
        return OpenPgpFixture.memberKeys()
                .signer(NOW)
                .sign(Content.of(text.getBytes(StandardCharsets.ISO_8859_1)))
                .armored();
    }

    private static Optional<CleartextMessage> judge(String block) throws Exception {
        return JUDGE.judgeCleartext(block.getBytes(StandardCharsets.ISO_8859_1), known(), NOW);
    }
}
