package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.TEXT;
import static org.embargo.openpgp.OpenPgpFixture.deskCertificate;
import static org.embargo.openpgp.OpenPgpFixture.deskKeys;
import static org.embargo.openpgp.OpenPgpFixture.known;
import static org.embargo.openpgp.OpenPgpFixture.memberCertificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.embargo.content.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptorTest {

    private final MessageOpener opener;

    EncryptorTest(@TempDir Path folder) {
        opener = OpenPgpFixture.opener(folder, OpenPgpPolicy.standard());
    }

    @Test
    void signedContentShouldComeBackWithItsSignature() throws Exception {
        byte[] message = OpenPgpFixture.encrypted(OpenPgpFixture.signed(), deskCertificate());

        Opening.Opened opened = open(message, deskKeys(), NOW);

        assertThat(opened.content().bytes()).isEqualTo(TEXT);
        assertThat(opened.encrypted()).isTrue();
        assertThat(opened.verdicts()).singleElement().satisfies(verdict -> assertThat(
                        verdict.isGoodBy(memberCertificate().fingerprint()))
                .isTrue());
    }

    @Test
    void eachEncryptionShouldHaveItsOwnSessionKey() throws Exception {
        SignedContent signed = OpenPgpFixture.signed();

        Opening.Opened first = open(OpenPgpFixture.encrypted(signed, deskCertificate()), deskKeys(), NOW);
        Opening.Opened second = open(OpenPgpFixture.encrypted(signed, deskCertificate()), deskKeys(), NOW);

        assertThat(first.sessionKeyDigest()).hasSize(64).isNotEqualTo(second.sessionKeyDigest());
        assertThat(first.verdicts()).isEqualTo(second.verdicts());
    }

    @Test
    void armorShouldHaveCrlfAndShortLines() throws Exception {
        String message = new String(
                OpenPgpFixture.encrypted(OpenPgpFixture.signed(), deskCertificate()), StandardCharsets.US_ASCII);

        assertThat(message).startsWith("-----BEGIN PGP MESSAGE-----\r\n\r\n").endsWith("-----END PGP MESSAGE-----\r\n");
        assertThat(message.lines()).allMatch(line -> line.length() <= 64);
        assertThat(message.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void modernReaderShouldGetAuthenticatedEncryption() throws Exception {
        Certificate modern = Certificate.read(Corpus.bytes("keys/project-public/project-v6.asc"));
        Content large = Content.of(new byte[300_000]);
        ByteArrayOutputStream message = new ByteArrayOutputStream();

        new Encryptor().encrypt(large, modern, Instant.parse("2026-03-01T00:00:00Z"), message);
        Opening.Opened opened = open(message.toByteArray(), Corpus.projectKeys(), NOW);

        PacketReader packets = new PacketReader(Packets.stream(OpenPgpFixture.dearmored(message.toByteArray())));
        packets.next();
        assertThat(packets.next().orElseThrow().body().read()).isEqualTo(2);
        assertThat(opened.content().sizeBytes()).isEqualTo(300_000);
    }

    @Test
    void everyKindOfReaderShouldGetHisMail() throws Exception {
        DeskKeys project = Corpus.projectKeys();
        for (String name : List.of("rsa", "ecc", "p256", "bp", "locked", "v6")) {
            Certificate reader = Certificate.read(Corpus.bytes("keys/project-public/project-" + name + ".asc"));

            byte[] message = OpenPgpFixture.encrypted(OpenPgpFixture.signed(), reader);

            assertThat(open(message, project, NOW).content().bytes()).isEqualTo(TEXT);
        }
    }

    @Test
    void expiredReaderShouldGetNothing() throws Exception {
        Certificate grace = Corpus.registered("grace");
        ByteArrayOutputStream message = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new Encryptor().encrypt(OpenPgpFixture.signed(), grace, NOW, message))
                .isInstanceOf(UnusableCertificateException.class);
        assertThat(message.size()).isZero();
    }

    @Test
    void everyChangedOctetOfAuthenticatedEncryptionShouldFail() throws Exception {
        Certificate modern = Certificate.read(Corpus.bytes("keys/project-public/project-v6.asc"));
        byte[] message = OpenPgpFixture.dearmored(OpenPgpFixture.encrypted(OpenPgpFixture.signed(), modern));
        DeskKeys keys = Corpus.projectKeys();

        for (int i = 0; i < message.length; i += 3) {
            byte[] changed = message.clone();
            changed[i] ^= 0x04;
            assertThat(opener.openEncrypted(Packets.stream(changed), keys, known(), NOW))
                    .as("octet " + i)
                    .isInstanceOf(Opening.Unopened.class);
        }
    }

    @Test
    void largeContentShouldPassInPieces() throws Exception {
        byte[] large = new byte[5 << 20];
        new Random(7).nextBytes(large);
        SignedContent signed = OpenPgpFixture.memberKeys().signer(NOW).signInside(Content.of(large));

        Opening.Opened opened = open(OpenPgpFixture.encrypted(signed, deskCertificate()), deskKeys(), NOW);

        assertThat(opened.content().bytes()).isEqualTo(large);
        assertThat(opened.verdicts()).extracting(Verdict::state).containsExactly(SignatureState.GOOD);
    }

    private Opening.Opened open(byte[] message, DeskKeys keys, Instant now) throws Exception {
        Opening opening = opener.openEncrypted(Packets.stream(message), keys, known(), now);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return (Opening.Opened) opening;
    }
}
