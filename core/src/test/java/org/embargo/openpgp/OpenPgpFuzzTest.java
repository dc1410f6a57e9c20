package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.hostile.Seeds;
import org.junit.jupiter.params.provider.MethodSource;

/** Armor, packets, messages, certificates and signatures as anybody may send them. */
class OpenPgpFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final MessageOpener OPENER =
            OpenPgpFixture.opener(Path.of("target", "spool"), OpenPgpPolicy.standard());

    /** Unlocking is slow on purpose. */
    private static final DeskKeys KEYS = OpenPgpFixture.deskKeys();

    static Stream<byte[]> armored() {
        return Seeds.withMutants(Seeds.armoredBlocks());
    }

    @MethodSource("armored")
    @FuzzTest
    void anyArmorShouldBeReadOrRefused(byte[] input) throws IOException {
        assertThat(ArmorBlock.allIn(input)).isNotNull();
        assertThat(CleartextBlock.parse(input)).isNotNull();
        for (Certificate each : Certificate.readAll(input)) {
            each.canEncryptAt(NOW);
            each.canSignAt(NOW);
        }
        try {
            assertThat(OpenPgpFixture.dearmored(input)).isNotNull();
        } catch (RefusedException noArmor) {
            assertThat(noArmor).isNotNull();
        }
        assertThat(OPENER.open(Packets.stream(input), KEYS, OpenPgpFixture.known(), NOW))
                .isNotNull();
    }

    static Stream<byte[]> packets() throws Exception {
        List<byte[]> all = binary();
        all.add(OpenPgpFixture.encrypted(OpenPgpFixture.signed(), OpenPgpFixture.deskCertificate()));
        return Seeds.withMutants(all);
    }

    @MethodSource("packets")
    @FuzzTest
    void anyPacketsShouldBeReadOrRefused(byte[] input) throws IOException {
        assertThat(OPENER.open(Packets.stream(input), KEYS, OpenPgpFixture.known(), NOW))
                .isNotNull();
        assertThat(new SignatureJudge(OpenPgpPolicy.standard())
                        .judgeDetached(Content.of(input), Packets.stream(input), OpenPgpFixture.known(), NOW))
                .isNotEmpty();
    }

    static Stream<byte[]> inside() throws Exception {
        return Seeds.withMutants(binary());
    }

    @MethodSource("inside")
    @FuzzTest
    void anyPacketsInsideAnEncryptionShouldBeReadOrRefused(byte[] input) throws Exception {
        byte[] message = Packets.encrypted(OpenPgpFixture.deskCertificate(), input);

        assertThat(OPENER.openEncrypted(Packets.stream(message), KEYS, OpenPgpFixture.known(), NOW))
                .isNotNull();
    }

    private static List<byte[]> binary() {
        List<byte[]> all = new ArrayList<>();
        for (byte[] armored : Seeds.armoredBlocks()) {
            try {
                all.add(OpenPgpFixture.dearmored(armored));
            } catch (RefusedException cleartext) {
                // no packets in there
                all.add(armored);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
