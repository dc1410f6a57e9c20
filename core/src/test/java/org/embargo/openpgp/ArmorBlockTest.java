package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmorBlockTest {

    private static final String BLOCK =
            "-----BEGIN PGP MESSAGE-----\n\nwcFMA4iQAAAAAAAAAAAA\n-----END PGP MESSAGE-----";

    @Test
    void blockShouldBeFoundWithExactlyItsLines() {
        byte[] text = bytes("before\n" + BLOCK + "\nafter\n");

        List<ArmorBlock> blocks = ArmorBlock.allIn(text);

        assertThat(blocks).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(ArmorBlock.Kind.MESSAGE);
            assertThat(new String(block.bytesIn(text), StandardCharsets.ISO_8859_1))
                    .isEqualTo(BLOCK);
        });
    }

    @Test
    void severalBlocksShouldComeInOrder() {
        String signed = """
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA512

                x
                -----BEGIN PGP SIGNATURE-----

                abcd
                -----END PGP SIGNATURE-----
                """;
        String key = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nabcd\n-----END PGP PUBLIC KEY BLOCK-----\n";

        assertThat(ArmorBlock.allIn(bytes(signed + key + BLOCK)))
                .extracting(ArmorBlock::kind)
                .containsExactly(ArmorBlock.Kind.SIGNED_MESSAGE, ArmorBlock.Kind.PUBLIC_KEY, ArmorBlock.Kind.MESSAGE);
    }

    @Test
    void indentedMessageShouldBeFound() {
        assertThat(ArmorBlock.allIn(bytes("  " + BLOCK.replace("\n", "  \n  "))))
                .hasSize(1);
    }

    @Test
    void indentedSignedTextShouldNotBeFound() {
        assertThat(ArmorBlock.allIn(bytes("  -----BEGIN PGP SIGNED MESSAGE-----\n\nx\n  -----END PGP SIGNATURE-----")))
                .isEmpty();
    }

    @Test
    void quotedBlockAndMentionShouldBeNoBlocks() {
        String quoted = "> " + BLOCK.replace("\n", "\n> ");
        String mention = "Begin with -----BEGIN PGP MESSAGE-----\nor\n-----BEGIN PGP MESSAGE-----\nalone, please.\n";

        assertThat(ArmorBlock.allIn(bytes(quoted + "\n" + mention))).isEmpty();
    }

    @Test
    void messageWithoutItsTailShouldRunToTheEnd() {
        byte[] text = bytes("-----BEGIN PGP MESSAGE-----\n\nwcFMA4iQAAAAAAAAAAAAAAAA\nmore");

        assertThat(ArmorBlock.allIn(text)).singleElement().satisfies(block -> assertThat(block.end())
                .isEqualTo(text.length));
    }

    @Test
    void charsetShouldBeTakenFromTheArmorHeaders() {
        String told = BLOCK.replaceFirst("\n", "\nVersion: x\nCharset: ISO-8859-1\n");

        assertThat(ArmorBlock.allIn(bytes(told)).get(0).charset()).contains("ISO-8859-1");
        assertThat(ArmorBlock.allIn(bytes(BLOCK)).get(0).charset()).isEmpty();
    }

    @Test
    void headsWithoutEndShouldNotTakeForever() {
        byte[] heads = bytes("-----BEGIN PGP MESSAGE-----\n".repeat(200_000));

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ArmorBlock.allIn(heads)))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
