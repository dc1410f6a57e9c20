package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.embargo.content.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Detached and cleartext signatures of the corpus. */
class CorpusSignatureTest {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"\\r\\n;]+)");

    private static final SignatureJudge JUDGE = new SignatureJudge(OpenPgpPolicy.standard());

    static Stream<JsonNode> detached() {
        return Corpus.messages().filter(each -> each.get("structure").asText().equals("pgp-mime-signed"));
    }

    static Stream<JsonNode> cleartext() {
        return Corpus.messages().filter(each -> each.get("id").asText().startsWith("inline-clearsign"));
    }

    @ParameterizedTest
    @MethodSource("detached")
    void detachedSignatureShouldBeJudgedAsTheManifestSays(JsonNode expected) throws Exception {
        String mail = Corpus.text(expected.get("file").asText()).replaceAll("\r?\n", "\r\n");
        Matcher boundary = BOUNDARY.matcher(mail);
        assertThat(boundary.find()).isTrue();
        String[] parts = mail.split(Pattern.quote("\r\n--" + boundary.group(1)) + "(?=\r\n|--)", -1);
        Content signed = Content.of(parts[1].substring(2).getBytes(StandardCharsets.ISO_8859_1));
        byte[] signature = parts[2].getBytes(StandardCharsets.ISO_8859_1);

        List<Verdict> verdicts = JUDGE.judgeDetached(
                signed, new ByteArrayInputStream(signature), Corpus.registered(), CorpusMessageTest.NOW);

        assertThat(overall(verdicts)).as(expected.toPrettyString()).isIn(accepted(expected));
    }

    @ParameterizedTest
    @MethodSource("cleartext")
    void cleartextSignatureShouldBeJudgedAsTheManifestSays(JsonNode expected) throws Exception {
        byte[] mail = Corpus.bytes(expected.get("file").asText());
        List<ArmorBlock> blocks = ArmorBlock.allIn(mail);

        assertThat(blocks).extracting(ArmorBlock::kind).containsExactly(ArmorBlock.Kind.SIGNED_MESSAGE);
        String state = JUDGE.judgeCleartext(blocks.get(0).bytesIn(mail), Corpus.registered(), CorpusMessageTest.NOW)
                .map(each -> overall(each.verdicts()))
                .orElse("none");

        assertThat(state).as(expected.toPrettyString()).isIn(accepted(expected));
    }

    private static String overall(List<Verdict> verdicts) {
        Stream<SignatureState> order = Stream.of(
                SignatureState.GOOD,
                SignatureState.BAD,
                SignatureState.REVOKED_KEY,
                SignatureState.EXPIRED_KEY,
                SignatureState.WEAK,
                SignatureState.EXPIRED_SIGNATURE,
                SignatureState.UNKNOWN_KEY,
                SignatureState.UNVERIFIABLE);
        return order.filter(state -> verdicts.stream().anyMatch(each -> each.state() == state))
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .findFirst()
                .orElse("none");
    }

    private static List<String> accepted(JsonNode expected) {
        return StreamSupport.stream(expected.get("signature_accept").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
