package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.TEXT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.embargo.content.Content;

/** Whatever comes in: an answer, never an unexpected exception. */
class OpenPgpPropertiesTest {

    private static final DeskKeys KEYS = OpenPgpFixture.deskKeys();
    private static final byte[] SIGNATURE = signature();

    private final MessageOpener opener = OpenPgpFixture.opener(Path.of("target", "spool"), OpenPgpPolicy.standard());

    private static byte[] signature() {
        try {
            String armored = OpenPgpFixture.memberKeys()
                    .signer(NOW)
                    .sign(Content.of(TEXT))
                    .armored();
            return OpenPgpFixture.dearmored(armored.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | UnusableCertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 300)
    void armorShouldGiveBackWhatWasPutIn(@ForAll byte[] packets) throws Exception {
        String armored = ArmorWriter.armored(packets, "MESSAGE");
        String sloppy = armored.replaceAll("(?m)^=.{4}\r\n", "").replace("\r\n", " \n\n  ");

        assertThat(OpenPgpFixture.dearmored(armored.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(packets);
        assertThat(OpenPgpFixture.dearmored(sloppy.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(packets);
    }

    @Property(tries = 300)
    void anyBytesShouldGetAnAnswer(@ForAll byte[] message) throws Exception {
        assertThat(opener.open(Packets.stream(message), KEYS, OpenPgpFixture.known(), NOW))
                .isNotNull();
        assertThat(Certificate.readAll(message)).isNotNull();
        assertThat(ArmorBlock.allIn(message)).isNotNull();
    }

    @Property(tries = 1000)
    void anyPacketsInsideAnEncryptionShouldGetAnAnswer(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 21) Integer> tags, @ForAll List<Byte> octets)
            throws Exception {
        byte[] packets = new byte[0];
        byte[] body = new byte[octets.size()];
        for (int i = 0; i < body.length; i++) {
            body[i] = octets.get(i);
        }
        for (int tag : tags) {
            packets = Packets.joined(packets, Packets.packet(tag, body));
        }
        byte[] message = Packets.encrypted(OpenPgpFixture.deskCertificate(), packets);

        assertThat(opener.openEncrypted(Packets.stream(message), KEYS, OpenPgpFixture.known(), NOW))
                .isNotNull();
    }

    @Property(tries = 500)
    void noChangedSignatureShouldBeBetterThanTheOriginal(
            @ForAll @IntRange(min = 0, max = 400) int where, @ForAll @IntRange(min = 1, max = 255) int change)
            throws Exception {
        byte[] changed = SIGNATURE.clone();
        changed[where % changed.length] ^= (byte) change;
        SignatureJudge judge = new SignatureJudge(OpenPgpPolicy.standard());

        Verdict original = judge.judgeDetached(Content.of(TEXT), Packets.stream(SIGNATURE), OpenPgpFixture.known(), NOW)
                .get(0);
        Verdict verdict = judge.judgeDetached(Content.of(TEXT), Packets.stream(changed), OpenPgpFixture.known(), NOW)
                .get(0);

        assertThat(verdict.state() != SignatureState.GOOD || verdict.digest().equals(original.digest()))
                .isTrue();
    }

    @Property(tries = 300)
    void anyChangedCertificateShouldGetAnAnswer(@ForAll @IntRange(min = 0, max = 5000) int where, @ForAll byte change)
            throws Exception {
        byte[] changed = Corpus.registered("alice").binary();
        changed[where % changed.length] ^= change;

        for (Certificate each : Certificate.readAll(changed)) {
            each.canEncryptAt(NOW);
            assertThat(each.toString()).contains(each.fingerprint().hex());
        }
    }
}
