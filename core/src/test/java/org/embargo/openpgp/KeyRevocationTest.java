package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.embargo.model.Address;
import org.junit.jupiter.api.Test;

class KeyRevocationTest {

    private static final Instant MADE = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant REVOKED = MADE.plus(Duration.ofDays(9));
    private static final NewDeskKey OURS = key("ours@project.example", MADE, Duration.ZERO);
    private static final NewDeskKey OTHER = key("other@project.example", MADE, Duration.ZERO);

    private static NewDeskKey key(String address, Instant since, Duration lifetime) {
        return NewDeskKey.generate("", new Address(address), "word".toCharArray(), since, lifetime);
    }

    private static RevocationMaker by(NewDeskKey key, Instant at) {
        return new RevocationMaker(key.secret(), "word".toCharArray(), at);
    }

    private static Certificate certificate(String armored) throws Exception {
        return Certificate.read(armored.getBytes(StandardCharsets.US_ASCII));
    }

    private static KeyRevocation alone(String armored) {
        return KeyRevocation.readAll(armored.getBytes(StandardCharsets.US_ASCII))
                .get(0);
    }

    @Test
    void revocationShouldBeTakenWithNothingElseOfTheOther() throws Exception {
        Certificate held = OURS.certificate();
        Certificate brought = certificate(by(OURS, REVOKED).revoked(held));

        Certificate after = held.withRevocationsOf(brought);

        assertThat(held.isRevokedAt(REVOKED)).isFalse();
        assertThat(after.isRevokedAt(REVOKED)).isTrue();
        assertThat(after.canEncryptAt(REVOKED)).isFalse();
        assertThat(after.userIds()).isEqualTo(held.userIds());
        assertThat(Certificate.read(after.binary()).isRevokedAt(REVOKED)).isTrue();
    }

    @Test
    void revocationThatIsKnownShouldChangeNothing() throws Exception {
        Certificate held = certificate(by(OURS, REVOKED).revoked(OURS.certificate()));

        assertThat(held.withRevocationsOf(
                        certificate(by(OURS, REVOKED.plusSeconds(5)).revoked(OURS.certificate()))))
                .isSameAs(held);
        assertThat(held.withRevocationsOf(OURS.certificate())).isSameAs(held);
    }

    @Test
    void revocationOfSubkeysShouldLeaveThePrimaryKeyAlone() throws Exception {
        Certificate brought = certificate(by(OURS, REVOKED).withoutSubkeys(OURS.certificate()));

        Certificate after = OURS.certificate().withRevocationsOf(brought);

        assertThat(after.isRevokedAt(REVOKED)).isFalse();
        assertThat(after.canEncryptAt(REVOKED)).isFalse();
    }

    @Test
    void forgedRevocationShouldChangeNothing() throws Exception {
        Certificate held = OURS.certificate();

        assertThat(held.withRevocationsOf(certificate(by(OTHER, REVOKED).revoked(held))))
                .isSameAs(held);
        assertThat(held.withRevocation(alone(by(OTHER, REVOKED).alone(held)))).isSameAs(held);
    }

    @Test
    void revocationThatStandsAloneShouldRevokeItsOwnKeyOnly() {
        KeyRevocation alone = alone(by(OURS, REVOKED).alone(OURS.certificate()));

        assertThat(OURS.certificate().withRevocation(alone).isRevokedAt(REVOKED))
                .isTrue();
        assertThat(OTHER.certificate().withRevocation(alone)).isSameAs(OTHER.certificate());
    }

    @Test
    void certificateShouldBringNoRevocationThatStandsAlone() {
        byte[] revoked = by(OURS, REVOKED).revoked(OURS.certificate()).getBytes(StandardCharsets.US_ASCII);

        assertThat(KeyRevocation.readAll(revoked)).isEmpty();
        assertThat(KeyRevocation.readAll("no key".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    /** gpg writes one beside each key that it makes, with a colon in front so that nobody uses it by mistake. */
    @Test
    void revocationThatGpgWritesShouldBeRead() throws Exception {
        try (Gpg gpg = new Gpg()) {
            gpg.run("", "--passphrase", "", "--quick-generate-key", "rita@reporter.example", "ed25519", "cert", "0");
            Certificate held = Certificate.read(gpg.run(new byte[0], "--export", "rita@reporter.example"));
            Path written = gpg.home()
                    .resolve("openpgp-revocs.d")
                    .resolve(held.fingerprint().hex() + ".rev");
            String text = Files.readString(written).replace(":-----BEGIN", "-----BEGIN");

            Certificate alone = held.withRevocation(alone(text));
            gpg.run(text, "--import");
            Certificate exported = Certificate.read(gpg.run(new byte[0], "--export", "rita@reporter.example"));

            assertThat(held.isRevokedAt(Instant.now())).isFalse();
            assertThat(alone.isRevokedAt(Instant.now())).isTrue();
            assertThat(held.withRevocationsOf(exported).isRevokedAt(Instant.now()))
                    .isTrue();
        }
    }
}
