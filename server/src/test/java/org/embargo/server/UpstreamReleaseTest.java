package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an announcement of OpenSSL, as its list sends it, to the post about our own release. */
@SuppressWarnings("NullAway.Init") // all is set when it starts
class UpstreamReleaseTest {
    private static final String DESK = "security@project.example";
    private static final String UPSTREAM = "security+upstream@project.example";
    private static final String LIST = "announce@lists.example";
    private static final String BOUNCES = "openssl-announce-bounces@openssl.org";

    private static final String PUBLISHED = """

               OpenSSL version 3.4.1 published
               ===============================

               OpenSSL - The Open Source toolkit for SSL/TLS
               https://www.openssl.org/

               The OpenSSL Project is pleased to announce that OpenSSL version 3.4.1
               of our open source toolkit for SSL/TLS is now available.

               Specific notes on upgrading from previous versions are available in the
               OpenSSL Migration Guide.

               OpenSSL 3.4.1 is available for download from the following URL:

                 * https://github.com/openssl/openssl/releases/tag/openssl-3.4.1

               The distribution file name is:

                o openssl-3.4.1.tar.gz
                  Size: 18346056
                  SHA256 checksum:
            002a2d6b30b58bf4bea46c43bdd96365aaf8daa6c428782aa4feee06da197df3

               Yours,
               The OpenSSL Project Team.
            """;

    private static final String ADVISORY = """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA256

            OpenSSL Security Advisory [11th February 2025]
            ==============================================

            RFC7250 handshakes with unauthenticated servers don't abort as expected (CVE-2024-12797)
            =======================================================================================

            Severity: High

            Issue summary: Clients using RFC7250 Raw Public Keys (RPKs) to authenticate a
            server may fail to notice that the server was not authenticated, because
            handshakes don't abort as expected when the SSL_VERIFY_PEER verification mode
            is set.

            OpenSSL 3.4, 3.3 and 3.2 are vulnerable to this issue.

            OpenSSL 3.4 users should upgrade to OpenSSL 3.4.1.
            OpenSSL 3.3 users should upgrade to OpenSSL 3.3.3.
            OpenSSL 3.2 users should upgrade to OpenSSL 3.2.4.

            URL for this Security Advisory:
            https://openssl-library.org/news/secadv/20250211.txt

            Note: the online version of the advisory may be updated with additional details
            over time.
            -----BEGIN PGP SIGNATURE-----

            iQEzBAEBCAAdFiEEhlersmDwVrHlGQg52cTSbQ5gRJEFAmerd5gACgkQ2cTSbQ5g
            RJEXAQ==
            -----END PGP SIGNATURE-----
            """;

    private static final String FOOTER = """
            --\s
            openssl-announce mailing list
            To unsubscribe: https://mta.openssl.org/mailman/listinfo/openssl-announce
            """;

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static GpgHome bob;
    private static SignedDomain openssl;
    private static World world;
    private static String key;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        bob = GpgHome.of("bob@project.example");
        openssl = SignedDomain.start("openssl.org");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/embargo.properties"), "origin.name-servers = 127.0.0.1:" + openssl.port() + "\n");
        world = new World(home).desk("pyca", DESK, "PYCA", alice, bob);
        Files.writeString(
                home.resolve("conf/desks/pyca/desk.properties"),
                "upstream.openssl.list-id = openssl-announce.openssl.org\nupstream.openssl.from = *@openssl.org\n"
                        + "upstream.openssl.proof = dkim\nupstream.openssl.series = 3.4, 3.3\n"
                        + "release-url = https://project.example/\n",
                StandardOpenOption.APPEND);
        world.start();
        String certificate = world.keyOf(DESK, alice);
        key = alice.learn(certificate);
        bob.learn(certificate);
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        openssl.close();
        alice.close();
        bob.close();
    }

    @Test
    void announcementsShouldBecomeOneCaseAndItsReleaseAPost() throws IOException {
        Member member = new Member(world, bob, DESK, key);
        world.send(BOUNCES, UPSTREAM, openssl.sign(announcement("OpenSSL version 3.4.1 published", PUBLISHED)));
        World.TeamLetter told = world.teamLetter(bob, key, "A release of ours is wanted");
        world.send(BOUNCES, UPSTREAM, openssl.sign(announcement("OpenSSL Security Advisory", ADVISORY)));
        World.TeamLetter joined = world.teamLetter(alice, key, "a further announcement of a release that we know");

        String transcript = member.order(told.caseId(), "/released 45.0.3 https://project.example/45.0.3\n");

        assertThat(told.text()).contains("openssl announces 3.4.1, which fixes bugs.");
        assertThat(joined.caseId()).isEqualTo(told.caseId());
        assertThat(joined.text().replaceAll("\\s+", " "))
                .contains("3.4.1, 3.3.3, which fixes security issues; the most severe is rated HIGH");
        assertThat(transcript).startsWith("Done");
        Mime post = Mime.of(world.relay().awaitMailsTo(LIST, 1).get(0));
        assertThat(post.field("Subject"))
                .isEqualTo("[" + told.caseId() + "] pyca 45.0.3, built against openssl 3.4.1 and 3.3.3");
        assertThat(bob.check(post, key).first("text/plain").text().replace("\r\n", "\n"))
                .contains("We strongly recommend that everybody upgrades as soon as possible.")
                .contains("45.0.3: https://project.example/45.0.3")
                .doesNotContain("openssl-library.org")
                .doesNotContain("github.com");
        assertThat(world.relay().mails())
                .extracting(Relay.Received::recipient)
                .containsOnly(LIST, alice.address(), bob.address());
    }

    @Test
    void announcementThatNobodyProvesShouldBeShownAlone() throws IOException {
        String unsigned = announcement("OpenSSL version 3.4.7 published", PUBLISHED.replace("3.4.1", "3.4.7"));
        String forged = announcement("OpenSSL version 3.4.8 published", PUBLISHED.replace("3.4.1", "3.4.8"));

        world.send(BOUNCES, UPSTREAM, unsigned);
        try (SignedDomain other = SignedDomain.start("openssl.org")) {
            world.send(BOUNCES, UPSTREAM, other.sign(forged));
        }

        for (String version : List.of("3.4.7", "3.4.8")) {
            assertThat(world.teamLetter(alice, key, "version " + version + " published")
                            .text())
                    .contains("No clock runs");
        }
    }

    /** As the list sends it to its subscribers. */
    private static String announcement(String subject, String text) {
        return "List-Id: Announcements of OpenSSL <openssl-announce.openssl.org>\nPrecedence: list\n"
                + "List-Post: <mailto:openssl-announce@openssl.org>\nX-Mailman-Version: 2.1.39\n"
                + Mails.head(
                        "OpenSSL <openssl@openssl.org>", "openssl-announce@openssl.org", Mails.messageId(), subject)
                + "Content-Type: text/plain; charset=\"utf-8\"\n\n" + text + FOOTER;
    }
}
