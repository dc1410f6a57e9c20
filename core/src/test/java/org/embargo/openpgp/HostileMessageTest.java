package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.TEXT;
import static org.embargo.openpgp.OpenPgpFixture.deskCertificate;
import static org.embargo.openpgp.OpenPgpFixture.known;
import static org.embargo.openpgp.Packets.deflated;
import static org.embargo.openpgp.Packets.joined;
import static org.embargo.openpgp.Packets.literal;
import static org.embargo.openpgp.Packets.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.bouncycastle.openpgp.PGPException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages made to fool, to spy or to swamp. */
class HostileMessageTest {

    private static final OpenPgpPolicy POLICY =
            new OpenPgpPolicy(1 << 20, 4 << 20, 3, 5, 4, 2, 2048, Duration.ofMinutes(10));
    private static final byte[] MARKER = packet(PacketReader.MARKER, "PGP".getBytes(StandardCharsets.US_ASCII));

    private static final DeskKeys KEYS = OpenPgpFixture.deskKeys();

    private final MessageOpener opener;

    HostileMessageTest(@TempDir Path folder) {
        opener = OpenPgpFixture.opener(folder, POLICY);
    }

    @Test
    void wholeMessageShouldOpen() throws Exception {
        assertOpened(literal(TEXT), TEXT);
    }

    @Test
    void markersAndPaddingShouldBePassedOver() throws Exception {
        byte[] padding = packet(PacketReader.PADDING, new byte[100]);

        assertOpened(joined(MARKER, padding, literal(TEXT), padding, MARKER), TEXT);
    }

    @Test
    void everyChangedOctetShouldFailIntegrityOrWorse() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));

        for (int i = 0; i < message.length; i++) {
            byte[] changed = message.clone();
            changed[i] ^= 0x10;
            assertThat(open(changed)).as("octet " + i).isInstanceOf(Opening.Unopened.class);
        }
    }

    @Test
    void brokenHeadOfBzip2ShouldBeMalformed() throws Exception {
        byte[] message =
                Packets.encrypted(deskCertificate(), packet(PacketReader.COMPRESSED, new byte[] {3, 0, 0, 0, 0}));

        assertThat(open(message)).isEqualTo(new Opening.Unopened(OpeningFailure.MALFORMED));
    }

    @Test
    void everyCutShouldFail() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));

        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThat(open(cut)).as("length " + length).isInstanceOf(Opening.Unopened.class);
        }
    }

    @Test
    void damagedSessionKeyShouldLookLikeADamagedMessage() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));
        message[60] ^= 1;

        assertUnopened(message, OpeningFailure.INTEGRITY);
    }

    @Test
    void literalBeforeTheEncryptionShouldBeRefused() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));

        assertUnopened(joined(literal(TEXT), message), OpeningFailure.MALFORMED);
    }

    @Test
    void literalAfterTheEncryptionShouldBeRefused() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));

        assertUnopened(joined(message, literal(TEXT)), OpeningFailure.MALFORMED);
    }

    @Test
    void secondLiteralShouldBeRefused() throws Exception {
        assertRefusedInside(joined(literal(TEXT), literal(TEXT)), OpeningFailure.MALFORMED);
    }

    @Test
    void literalBesideACompressedOneShouldBeRefused() throws Exception {
        assertRefusedInside(joined(deflated(literal(TEXT)), literal(TEXT)), OpeningFailure.MALFORMED);
    }

    @Test
    void messageWithoutLiteralShouldBeRefused() throws Exception {
        assertRefusedInside(MARKER, OpeningFailure.MALFORMED);
    }

    @Test
    void damagedCompressionShouldBeRefused() throws Exception {
        byte[] compressed = deflated(literal(TEXT));
        compressed[12] ^= 0x55;

        assertRefusedInside(compressed, OpeningFailure.MALFORMED);
    }

    @Test
    void encryptionInsideAnotherShouldBeRefused() throws Exception {
        byte[] inner = Packets.encrypted(deskCertificate(), literal(TEXT));

        assertRefusedInside(inner, OpeningFailure.NESTED_ENCRYPTED);
    }

    @Test
    void unprotectedDataShouldBeRefusedWithoutATry() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));
        PacketReader reader = new PacketReader(Packets.stream(message));
        byte[] sessionKey = packet(1, reader.next().orElseThrow().small());
        byte[] stripped =
                packet(PacketReader.UNPROTECTED, reader.next().orElseThrow().small());

        assertUnopened(joined(sessionKey, stripped), OpeningFailure.NO_INTEGRITY_PROTECTION);
    }

    @Test
    void unencryptedMessageShouldNotPassForAnEncryptedOne() throws Exception {
        assertUnopened(literal(TEXT), OpeningFailure.NOT_ENCRYPTED);
        assertThat(opener.open(Packets.stream(literal(TEXT)), KEYS, known(), NOW))
                .isInstanceOfSatisfying(Opening.Opened.class, opened -> assertThat(opened.encrypted())
                        .isFalse());
    }

    @Test
    void messageForSomebodyElseShouldNotOpen() throws Exception {
        byte[] message = Packets.encrypted(OpenPgpFixture.memberCertificate(), literal(TEXT));

        assertUnopened(message, OpeningFailure.NO_SECRET_KEY);
    }

    @Test
    void layersOfCompressionShouldBeTakenUpToTheBound() throws Exception {
        byte[] three = deflated(deflated(deflated(literal(TEXT))));

        assertOpened(three, TEXT);
        assertRefusedInside(deflated(three), OpeningFailure.LIMIT);
    }

    @Test
    void contentShouldBeTakenUpToTheBound() throws Exception {
        byte[] most = new byte[1 << 20];

        assertOpened(deflated(literal(most)), most);
        assertRefusedInside(deflated(literal(new byte[most.length + 1])), OpeningFailure.LIMIT);
    }

    @Test
    void bombShouldBeStoppedWhateverPacketItIs() throws Exception {
        byte[] padding = packet(PacketReader.PADDING, new byte[3 << 20]);

        assertRefusedInside(deflated(joined(padding, literal(TEXT))), OpeningFailure.LIMIT);
    }

    @Test
    void messageShouldBeTakenUpToTheBound() throws Exception {
        int overhead = literal(new byte[0]).length + MARKER.length;
        byte[] padding = packet(PacketReader.PADDING, new byte[(4 << 20) - overhead - TEXT.length - 3]);

        assertOpened(joined(padding, literal(TEXT)), TEXT);
        assertRefusedInside(joined(padding, MARKER, MARKER, literal(TEXT)), OpeningFailure.LIMIT);
    }

    @Test
    void recipientsShouldBeTakenUpToTheBound() throws Exception {
        byte[] message = Packets.encrypted(deskCertificate(), literal(TEXT));
        byte[] sessionKey = packet(
                1,
                new PacketReader(Packets.stream(message)).next().orElseThrow().small());

        byte[] five = joined(sessionKey, sessionKey, sessionKey, sessionKey, message);

        assertThat(open(five)).isInstanceOf(Opening.Opened.class);
        assertUnopened(joined(sessionKey, five), OpeningFailure.LIMIT);
    }

    @Test
    void signaturesShouldBeTakenUpToTheBound() throws Exception {
        byte[] signature = packet(PacketReader.SIGNATURE, new byte[] {9});

        assertOpened(joined(signature, signature, literal(TEXT)), TEXT);
        assertRefusedInside(joined(signature, signature, signature, literal(TEXT)), OpeningFailure.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no armor at all", "-----BEGIN PGP MESSAGE-----", "-----BEGIN PGP MESSAGE-----\n\n!!!!\n"})
    void textThatIsNoMessageShouldBeMalformed(String text) throws Exception {
        assertUnopened(text.getBytes(StandardCharsets.US_ASCII), OpeningFailure.MALFORMED);
    }

    @Test
    void failingSourceShouldNotCountAgainstTheMessage() {
        byte[] message = literal(TEXT);
        InputStream broken = new SequenceInputStream(Packets.stream(Arrays.copyOf(message, 10)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        });

        Assertions.assertThatThrownBy(() -> opener.open(broken, KEYS, known(), NOW))
                .hasMessage("disk gone");
    }

    private void assertOpened(byte[] packets, byte[] content) throws Exception {
        assertThat(open(Packets.encrypted(deskCertificate(), packets)))
                .isInstanceOfSatisfying(Opening.Opened.class, opened -> assertThat(opened.content())
                        .satisfies(each -> assertThat(each.bytes()).isEqualTo(content)));
    }

    private void assertRefusedInside(byte[] packets, OpeningFailure failure) throws IOException, PGPException {
        assertUnopened(Packets.encrypted(deskCertificate(), packets), failure);
    }

    private void assertUnopened(byte[] message, OpeningFailure failure) throws IOException {
        assertThat(open(message)).isEqualTo(new Opening.Unopened(failure));
    }

    private Opening open(byte[] message) throws IOException {
        return opener.openEncrypted(Packets.stream(message), KEYS, known(), NOW);
    }
}
