package org.embargo.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.embargo.upstream.Announcement.Nature;
import org.junit.jupiter.api.Test;

/** Mails in the forms in which OpenSSL announces. */
class AnnouncementReaderTest {

    private static final AnnouncementReader READER = new AnnouncementReader("openssl");

    @Test
    void publishedPatchReleaseShouldBeABugFix() {
        assertThat(READER.read("OpenSSL 3.4.1 published", """
                OpenSSL version 3.4.1 published
                ===============================

                OpenSSL - The Open Source toolkit for SSL/TLS
                https://www.openssl.org/

                The OpenSSL Project is pleased to announce that OpenSSL version 3.4.1
                of our open source toolkit for SSL/TLS is now available.
                """))
                .isEqualTo(new Announcement(List.of("3.4.1"), Nature.BUG_FIX, Optional.empty()));
    }

    @Test
    void severalReleasesThatFixSecurityShouldAllBeRead() {
        assertThat(READER.read("[openssl-announce] OpenSSL 3.4.1, 3.3.3 and others", """
                Today we published OpenSSL 3.4.1 and OpenSSL 3.3.3.

                OpenSSL 3.4.1 is a security patch release. The most severe CVE fixed in this
                release is High.
                OpenSSL 3.3.3 is a security patch release. The most severe CVE fixed in this
                release is Medium.
                _______________________________________________
                openssl-announce mailing list
                """))
                .isEqualTo(new Announcement(List.of("3.4.1", "3.3.3"), Nature.SECURITY, Optional.of("HIGH")));
    }

    @Test
    void hyphenInSecurityPatchShouldMakeNoDifference() {
        assertThat(READER.read("OpenSSL version 3.4.1 published", """
                OpenSSL version 3.4.1 released

                This is a security-patch release. The most severe CVE fixed in this release is High.
                """).nature()).isEqualTo(Nature.SECURITY);
    }

    @Test
    void advisoryShouldNameTheVersionsToUpgradeToAndNotThoseAffected() {
        assertThat(READER.read("OpenSSL Security Advisory", """
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA256

                OpenSSL Security Advisory [11th February 2025]
                ==============================================

                RFC7250 handshakes with unauthenticated servers don't abort (CVE-2024-12797)
                ============================================================================

                Severity: High

                OpenSSL 3.4, 3.3 and 3.2 are vulnerable to this issue.

                OpenSSL 3.4 users should upgrade to OpenSSL 3.4.1.
                OpenSSL 3.3 users should upgrade to OpenSSL 3.3.2.
                OpenSSL 1.0.2 users should upgrade to OpenSSL 1.0.2zl (premium
                support customers only).
                """))
                .isEqualTo(
                        new Announcement(List.of("3.4.1", "3.3.2", "1.0.2zl"), Nature.SECURITY, Optional.of("HIGH")));
    }

    @Test
    void trialVersionShouldCallForNothing() {
        assertThat(READER.read("OpenSSL 3.5.0-beta1 published", "OpenSSL 3.5 beta1 is now available.")
                        .nature())
                .isEqualTo(Nature.NOT_YET);
        assertThat(READER.read("OpenSSL version 3.0.0-alpha17 published", "OpenSSL version 3.0.0-alpha17 published")
                        .nature())
                .isEqualTo(Nature.NOT_YET);
    }

    @Test
    void releaseStillToComeShouldCallForNothing() {
        assertThat(READER.read("Forthcoming OpenSSL Releases", """
                The OpenSSL project team would like to announce the forthcoming release
                of OpenSSL version 3.0.7.

                This release will be made available on Tuesday 1st November 2022 between
                1300-1700 UTC.

                OpenSSL 3.0.7 is a security-fix release. The highest severity issue
                fixed in this release is CRITICAL:
                """).nature()).isEqualTo(Nature.NOT_YET);
    }

    @Test
    void releaseWithNewFeaturesShouldCallForNothing() {
        assertThat(READER.read("OpenSSL 3.4.0 published", "OpenSSL version 3.4.0 is now available.")
                        .nature())
                .isEqualTo(Nature.NOT_YET);
    }

    @Test
    void letteredReleaseShouldBeRead() {
        assertThat(READER.read("OpenSSL version 1.1.1w published", "OpenSSL version 1.1.1w released")
                        .releases())
                .containsExactly("1.1.1w");
    }

    @Test
    void digestShouldYieldAllItsReleases() {
        assertThat(READER.read("openssl-announce Digest, Vol 96, Issue 1", """
                Today's Topics:

                   1. OpenSSL version 3.0.8 published (OpenSSL)
                   2. OpenSSL Security Advisory (OpenSSL)

                Message: 1
                The OpenSSL project team is pleased to announce the release of
                version 3.0.8 of our open source toolkit for SSL/TLS.

                Message: 2
                Severity: High
                OpenSSL 3.0 users should upgrade to OpenSSL 3.0.8.
                OpenSSL 1.1.1 users should upgrade to OpenSSL 1.1.1t.
                """))
                .isEqualTo(new Announcement(List.of("3.0.8", "1.1.1t"), Nature.SECURITY, Optional.of("HIGH")));
    }

    @Test
    void answerShouldNotBeTakenForAnAnnouncement() {
        assertThat(READER.read("Re: OpenSSL 3.4.1 published", "> OpenSSL 3.4.1 is now available\nThank you!")
                        .nature())
                .isEqualTo(Nature.UNKNOWN);
    }

    @Test
    void otherMailShouldBeUnknown() {
        assertThat(READER.read("OpenSSL corporation news", "We have moved to a new office.")
                        .nature())
                .isEqualTo(Nature.UNKNOWN);
    }

    @Property(tries = 500)
    void noTextShouldMakeItThrow(@ForAll String subject, @ForAll String text) {
        assertThat(READER.read(subject, text)).isNotNull();
        assertThat(READER.read("OpenSSL 3.4.1 published" + subject, text + "OpenSSL 3.4.1-" + text))
                .isNotNull();
    }
}
