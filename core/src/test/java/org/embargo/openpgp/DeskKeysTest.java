package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.embargo.openpgp.OpenPgpFixture.MADE;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.TEXT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PublicKeyEncSessionPacket;
import org.embargo.model.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskKeysTest {

    private static final char[] SECRET = "secret".toCharArray();
    private static final NewDeskKey KEY = NewDeskKey.generate("", new Address("a@project.example"), SECRET, MADE);

    @Test
    void wrongPassphraseShouldBeTold() {
        assertThatThrownBy(() -> DeskKeys.read(bytes(KEY), List.of(), List.of("wrong".toCharArray())))
                .isInstanceOf(SecretKeyException.class)
                .hasMessageContaining("no passphrase unlocks");
    }

    @Test
    void fileWithoutASecretKeyShouldBeTold() {
        byte[] certificate = KEY.certificate().armored().getBytes(StandardCharsets.US_ASCII);

        for (byte[] file : List.of(certificate, new byte[0], "text".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> DeskKeys.read(file, List.of(), List.of())).isInstanceOf(SecretKeyException.class);
        }
    }

    @Test
    void cutSecretKeyShouldBeTold() {
        byte[] whole = bytes(KEY);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        assertThatThrownBy(() -> DeskKeys.read(cut, List.of(), List.of(SECRET))).isInstanceOf(SecretKeyException.class);
    }

    @Test
    void firstKeyShouldBeThePresentOne() throws Exception {
        DeskKeys keys = Corpus.projectKeys();

        assertThat(keys.certificate().fingerprint().hex()).isEqualTo("D3A6D31D65A3DF957CD93DD5034D3125B5549CFB");
        assertThat(keys.formerCertificates()).hasSize(6);
    }

    @Test
    void expiredFormerKeyShouldStillOpen(@TempDir Path folder) throws Exception {
        NewDeskKey former = NewDeskKey.generate(
                "", new Address("a@project.example"), SECRET, NOW.minusSeconds(3600), Duration.ofHours(2));
        byte[] message = Packets.encrypted(former.certificate(), Packets.literal(TEXT));
        DeskKeys keys = DeskKeys.read(bytes(KEY), List.of(bytes(former)), List.of(SECRET));

        Opening opening = OpenPgpFixture.opener(folder, OpenPgpPolicy.standard())
                .openEncrypted(
                        Packets.stream(message), keys, CertificateDirectory.empty(), NOW.plus(Duration.ofDays(900)));

        assertThat(opening).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void hiddenRecipientShouldBeTriedUpToTheBound(@TempDir Path folder) throws Exception {
        List<byte[]> former = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            former.add(bytes(NewDeskKey.generate("", new Address("a@project.example"), SECRET, MADE)));
        }
        NewDeskKey last = NewDeskKey.generate("", new Address("a@project.example"), SECRET, MADE);
        former.add(bytes(last));
        DeskKeys keys = DeskKeys.read(bytes(KEY), former, List.of(SECRET));
        byte[] message = hidden(Packets.encrypted(last.certificate(), Packets.literal(TEXT)));

        assertThat(open(folder, 4, message, keys)).isInstanceOf(Opening.Opened.class);
        assertThat(open(folder, 3, message, keys)).isEqualTo(new Opening.Unopened(OpeningFailure.NO_SECRET_KEY));
    }

    private static Opening open(Path folder, int tries, byte[] message, DeskKeys keys) throws Exception {
        OpenPgpPolicy policy = new OpenPgpPolicy(1 << 20, 1 << 20, 3, 5, tries, 2, 2048, Duration.ofMinutes(10));
        return OpenPgpFixture.opener(folder, policy)
                .openEncrypted(Packets.stream(message), keys, CertificateDirectory.empty(), NOW);
    }

    /** With key id 0 in its session key packet. */
    private static byte[] hidden(byte[] message) throws Exception {
        PacketReader reader = new PacketReader(Packets.stream(message));
        byte[] named = Packets.packet(1, reader.next().orElseThrow().small());
        byte[] data = reader.next().orElseThrow().small();
        PublicKeyEncSessionPacket packet =
                (PublicKeyEncSessionPacket) new BCPGInputStream(Packets.stream(named)).readPacket();
        byte[] nameless = PublicKeyEncSessionPacket.createV3PKESKPacket(
                        0, packet.getAlgorithm(), packet.getEncSessionKey())
                .getEncoded();
        return Packets.joined(nameless, Packets.packet(PacketReader.PROTECTED, data));
    }

    private static byte[] bytes(NewDeskKey key) {
        return key.secret().getBytes(StandardCharsets.US_ASCII);
    }
}
