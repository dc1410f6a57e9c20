package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.embargo.model.Address;
import org.embargo.model.Fingerprint;
import org.junit.jupiter.api.Test;

class CertificateTest {

    private static final Instant TODAY = Instant.parse("2026-03-15T12:00:00Z");

    @Test
    void armoredFormShouldReadBackAsTheSame() throws Exception {
        for (String name : new String[] {"alice", "bob", "carol", "dieter", "erika", "ray", "vera", "heidi", "trent"}) {
            Certificate certificate = Corpus.registered(name);

            assertThat(Certificate.read(certificate.armored().getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(certificate);
        }
    }

    @Test
    void certificateShouldTellWhoseItSaysItIs() throws Exception {
        Certificate alice = Corpus.registered("alice");

        assertThat(alice.addresses()).containsExactly(new Address("alice@reporter.example"));
        assertThat(alice.fingerprint()).isEqualTo(new Fingerprint("D69A9720AB8CCBFF2FAA6E95C2114E499242F08B"));
        assertThat(alice.keyFingerprints()).contains(alice.fingerprint()).hasSizeGreaterThan(1);
    }

    @Test
    void severalBlocksShouldAllBeRead() {
        byte[] all = Packets.joined(
                Corpus.bytes("keys/registered/alice.asc"),
                "and\n".getBytes(StandardCharsets.US_ASCII),
                Corpus.bytes("keys/registered/bob.asc"));

        assertThat(Certificate.readAll(all)).hasSize(2);
        assertThatThrownBy(() -> Certificate.read(all)).isInstanceOf(CertificateFormatException.class);
    }

    @Test
    void damagedNeighbourShouldBeSkipped() throws Exception {
        byte[] damaged = Corpus.registered("alice").binary();
        damaged[10] ^= 1;
        byte[] all = Packets.joined(damaged, Corpus.registered("bob").binary());

        assertThat(Certificate.readAll(all)).containsExactly(Corpus.registered("bob"));
    }

    @Test
    void secretKeysShouldNotBeTaken() {
        assertThat(Certificate.readAll(Corpus.bytes("keys/project-secret/project-rsa.asc")))
                .isEmpty();
    }

    @Test
    void garbageShouldHoldNoCertificate() {
        byte[] garbage = new byte[1000];
        Arrays.fill(garbage, (byte) 0x99);

        assertThat(Certificate.readAll(garbage)).isEmpty();
        assertThat(Certificate.readAll(new byte[0])).isEmpty();
    }

    @Test
    void moreThanTheBoundShouldNotBeRead() {
        byte[] alice = Corpus.bytes("keys/registered/alice.asc");

        assertThat(Certificate.readAll(Arrays.copyOf(alice, CertificateReader.MOST_BYTES)))
                .hasSize(1);
        assertThat(Certificate.readAll(Arrays.copyOf(alice, CertificateReader.MOST_BYTES + 1)))
                .isEmpty();
    }

    @Test
    void expiredCertificateShouldEncryptUntilItsExpiryOnly() throws Exception {
        Certificate grace = Corpus.registered("grace");
        Instant before = Instant.parse("2024-12-01T00:00:00Z");
        Instant end = grace.encryptsUntil(before).orElseThrow();

        assertThat(grace.canEncryptAt(end.minusSeconds(1))).isTrue();
        assertThat(grace.canEncryptAt(end)).isFalse();
        assertThat(grace.encryptsUntil(TODAY)).isEmpty();
    }

    @Test
    void compromisedCertificateShouldNeverEncrypt() throws Exception {
        Certificate heidi = Corpus.registered("heidi");

        assertThat(heidi.canEncryptAt(TODAY)).isFalse();
        assertThat(heidi.canEncryptAt(Instant.parse("2024-06-01T00:00:00Z"))).isFalse();
        assertThat(heidi.isRevokedAt(Instant.parse("2024-06-01T00:00:00Z"))).isTrue();
    }

    @Test
    void supersededCertificateShouldEncryptBeforeItsRevocationOnly() throws Exception {
        Certificate rupert = Corpus.registered("rupert");

        assertThat(rupert.canEncryptAt(Instant.parse("2024-06-01T00:00:00Z"))).isTrue();
        assertThat(rupert.canEncryptAt(TODAY)).isFalse();
    }

    @Test
    void onlyModernCertificatesShouldAdvertiseSeipd2() throws Exception {
        assertThat(Corpus.registered("vera").supportsSeipd2(TODAY)).isTrue();
        assertThat(Corpus.registered("alice").supportsSeipd2(TODAY)).isFalse();
    }

    @Test
    void mergeShouldRefuseAnotherKey() throws Exception {
        Certificate alice = Corpus.registered("alice");
        Certificate bob = Corpus.registered("bob");

        assertThatThrownBy(() -> alice.merge(bob)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void minimalFormShouldStayUsableAndSmall() throws Exception {
        for (String name : new String[] {"alice", "carol", "erika", "vera"}) {
            byte[] small = Corpus.registered(name).minimal(TODAY);

            assertThat(small.length).isLessThan(10 << 10);
            assertThat(Certificate.read(small).canEncryptAt(TODAY)).isTrue();
        }
    }
}
