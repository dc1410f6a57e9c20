package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.embargo.model.Address;
import org.junit.jupiter.api.Test;

/** Certifications by another key, as gpg makes them. */
class VouchedCertificateTest {

    private static final Address BOB = new Address("bob@project.example");

    @Test
    void certificateSignedWithTheOldKeyByGpgShouldBeCertifiedByItForThatAddress() throws Exception {
        try (Gpg gpg = new Gpg()) {
            make(gpg, "Bob old <bob@project.example>");
            make(gpg, "Bob new <bob@project.example>");
            byte[] before = gpg.run(new byte[0], "--export", "Bob new");

            gpg.run(
                    new byte[0],
                    "--pinentry-mode",
                    "loopback",
                    "--passphrase",
                    "",
                    "--yes",
                    "--default-key",
                    "Bob old",
                    "--quick-sign-key",
                    fingerprint(before));

            Certificate old = Certificate.read(gpg.run(new byte[0], "--export", "Bob old"));
            Certificate renewed = Certificate.read(gpg.run(new byte[0], "--armor", "--export", "Bob new"));
            Instant now = Instant.now().plusSeconds(5);
            assertThat(renewed.isCertifiedBy(old, BOB, now)).isTrue();
            assertThat(renewed.isCertifiedBy(old, new Address("alice@project.example"), now))
                    .isFalse();
            assertThat(Certificate.read(before).isCertifiedBy(old, BOB, now)).isFalse();
            assertThat(old.isCertifiedBy(renewed, BOB, now)).isFalse();
        }
    }

    private static String fingerprint(byte[] certificate) throws CertificateFormatException {
        return Certificate.read(certificate).fingerprint().hex();
    }

    private static void make(Gpg gpg, String userId) throws Exception {
        gpg.run(
                new byte[0],
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                "",
                "--yes",
                "--quick-generate-key",
                userId,
                "ed25519",
                "default",
                "never");
    }
}
