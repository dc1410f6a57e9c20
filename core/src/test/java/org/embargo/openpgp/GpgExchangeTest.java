package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we make, gpg reads; what gpg makes, we read. By the wall clock, since gpg has no other. */
class GpgExchangeTest {

    private static final String PASSPHRASE = "correct horse";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    private static final byte[] TEXT = "Attack at dawn.\r\nÜ\r\n".getBytes(StandardCharsets.UTF_8);

    private final NewDeskKey made = NewDeskKey.generate(
            "Project security", new Address("security@project.example"), PASSPHRASE.toCharArray(), now);
    private final Gpg gpg;
    private final MessageOpener opener;
    private final DeskKeys keys;

    GpgExchangeTest(@TempDir Path folder) throws Exception {
        gpg = new Gpg();
        opener = new MessageOpener(OpenPgpPolicy.standard(), new SpoolFolder(folder));
        keys = DeskKeys.read(
                made.secret().getBytes(StandardCharsets.US_ASCII),
                List.of(),
                List.of("wrong".toCharArray(), PASSPHRASE.toCharArray()));
    }

    @BeforeEach
    void importOurKey() throws Exception {
        gpg.run(made.certificate().armored(), "--import");
    }

    @AfterEach
    void stopGpg() throws Exception {
        gpg.close();
    }

    @Test
    void messageThatGpgEncryptsToANewDeskKeyShouldOpen() throws Exception {
        byte[] message = gpg.run(TEXT, "--encrypt", "--armor", "-r", "security@project.example");

        Opening opening = opener.openEncrypted(
                new ByteArrayInputStream(message), keys, CertificateDirectory.empty(), Instant.now());

        assertThat(opening).isInstanceOfSatisfying(Opening.Opened.class, opened -> {
            assertThat(opened.content())
                    .satisfies(content -> assertThat(content.bytes()).isEqualTo(TEXT));
            assertThat(opened.verdicts()).isEmpty();
        });
    }

    @Test
    void newDeskKeyShouldBeUsableInGpgWithItsPassphrase() throws Exception {
        gpg.run(made.secret(), "--pinentry-mode", "loopback", "--passphrase", PASSPHRASE, "--import");

        byte[] signature =
                gpg.run(TEXT, "--pinentry-mode", "loopback", "--passphrase", PASSPHRASE, "--armor", "--detach-sign");
        List<Verdict> verdicts = new SignatureJudge(OpenPgpPolicy.standard())
                .judgeDetached(
                        Content.of(TEXT),
                        new ByteArrayInputStream(signature),
                        CertificateDirectory.of(List.of(made.certificate())),
                        Instant.now());

        assertThat(verdicts).singleElement().satisfies(verdict -> assertThat(
                        verdict.isGoodBy(made.certificate().fingerprint()))
                .isTrue());
    }

    @Test
    void detachedSignatureShouldVerifyInGpg() throws Exception {
        DetachedSignature signature = keys.signer(now).sign(Content.of(TEXT));
        Path file = gpg.file("sig.asc", signature.armored().getBytes(StandardCharsets.US_ASCII));

        String status =
                gpg.run(new String(TEXT, StandardCharsets.UTF_8), "--status-fd", "1", "--verify", file.toString(), "-");

        assertThat(status).contains("GOODSIG", made.certificate().fingerprint().hex());
        assertThat(signature.micalg()).isEqualTo("pgp-sha512");
    }

    @Test
    void oneSignedContentShouldBeReadableForEachReaderInGpg() throws Exception {
        gpg.run("", "--passphrase", "", "--quick-generate-key", "Ada <ada@team.example>", "future-default");
        gpg.run("", "--passphrase", "", "--quick-generate-key", "Bea <bea@team.example>", "nistp256");
        Certificate ada = exported("ada@team.example");
        addEncryptionSubkey("bea@team.example");
        Certificate bea = exported("bea@team.example");
        SignedContent signed = keys.signer(now).signInside(Content.of(TEXT));

        for (Certificate reader : List.of(ada, bea)) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            new Encryptor().encrypt(signed, reader, Instant.now(), message);
            String read = gpg.run(message.toString(StandardCharsets.US_ASCII), "--status-fd", "1", "--decrypt");

            assertThat(read).contains("GOODSIG", "DECRYPTION_OKAY", "Attack at dawn.\r\nÜ\r\n");
        }
    }

    @Test
    void expiryOfANewKeyShouldBeKnownToGpg() throws Exception {
        NewDeskKey shortLived = NewDeskKey.generate(
                "", new Address("soon@project.example"), PASSPHRASE.toCharArray(), now, Duration.ofDays(30));

        gpg.run(shortLived.certificate().armored(), "--import");
        String listing = gpg.run("", "--with-colons", "--list-keys", "soon@project.example");

        assertThat(listing).contains(":" + now.plus(Duration.ofDays(30)).getEpochSecond() + ":");
        assertThat(shortLived.certificate().encryptsUntil(now)).contains(now.plus(Duration.ofDays(30)));
        assertThat(shortLived.certificate().canEncryptAt(now.plus(Duration.ofDays(30))))
                .isFalse();
    }

    @Test
    void certificateOfGpgShouldTellItsAddressesAndShrinkForAutocrypt() throws Exception {
        gpg.run("", "--passphrase", "", "--quick-generate-key", "Ada <ada@team.example>", "future-default");
        gpg.run("", "--passphrase", "", "--quick-add-uid", "ada@team.example", "Ada <ada@home.example>");

        Certificate ada = exported("ada@home.example");
        Certificate small = Certificate.read(ada.minimal(Instant.now()));

        assertThat(ada.addresses())
                .containsExactlyInAnyOrder(new Address("ada@team.example"), new Address("ada@home.example"));
        assertThat(small.addresses()).hasSize(1);
        assertThat(small.canEncryptAt(Instant.now())).isTrue();
        assertThat(small.merge(ada)).isEqualTo(ada);
    }

    private void addEncryptionSubkey(String address) throws Exception {
        String listing = gpg.run("", "--with-colons", "--list-keys", address);
        String fingerprint = listing.lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":", -1)[9])
                .findFirst()
                .orElseThrow();
        gpg.run("", "--passphrase", "", "--quick-add-key", fingerprint, "nistp256", "encr");
    }

    private Certificate exported(String address) throws Exception {
        return Certificate.read(gpg.run(new byte[0], "--export", address));
    }
}
