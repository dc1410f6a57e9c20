package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.embargo.openpgp.Gpg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Digests in MIME where a signature is the proof, signed by gpg. Whoever makes a digest chooses what stands beside a
 * signed mail in it, so that nothing in one is proven: the team is shown it, and no clock starts.
 */
class SignedDigestTest {

    private static final String OPENSSL = "openssl@openssl.org";
    private static final String UPSTREAM = "security+upstream@project.example";
    private static final String SETTINGS = "receipt-delay = 0s\nupstream.openssl.from = *@openssl.org\n"
            + "upstream.openssl.list-id = openssl-announce.openssl.org\nupstream.openssl.proof = signature\n"
            + "upstream.openssl.certificate = openssl.asc\n";

    @TempDir
    private Path folder;

    private TestHome home;
    private Gpg gpg;
    private String time;

    @BeforeEach
    void start() throws Exception {
        home = TestHome.in(folder);
        gpg = new Gpg();
        time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(TestHome.START.minus(Duration.ofHours(1)));
        gpg.run(
                "",
                "--faked-system-time",
                time,
                "--passphrase",
                "",
                "--quick-gen-key",
                OPENSSL,
                "ed25519",
                "sign",
                "0");
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), SETTINGS);
        Files.writeString(
                folder.resolve("conf/desks/example/openssl.asc"), gpg.run("", "--armor", "--export", OPENSSL));
        home.restart();
        home.sent.clear();
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        gpg.close();
    }

    private String signed(String text) throws Exception {
        byte[] signed = gpg.run(
                text.getBytes(StandardCharsets.UTF_8),
                "--faked-system-time",
                time,
                "--local-user",
                OPENSSL,
                "--clearsign");
        return new String(signed, StandardCharsets.UTF_8);
    }

    private List<String> toBob() {
        return home.sentTo(home.bob.address().value()).stream()
                .map(mail -> home.bob
                        .read(mail.message(), home.deskCertificate(), home.spools(), home.clock.instant())
                        .body()
                        .replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void signedMailThroughTheListShouldBeProven() throws Exception {
        String mail = Announcements.listFields(OPENSSL, "OpenSSL Security Advisory") + "\r\n"
                + Announcements.crlf(signed(Announcements.ADVISORY));

        home.receive("bounces@openssl.org", UPSTREAM, mail);

        assertThat(toBob()).anyMatch(body -> body.contains("A release of ours is wanted"));
    }

    @Test
    void signedMailInADigestShouldProveNothing() throws Exception {
        home.receive(
                "bounces@openssl.org",
                UPSTREAM,
                Announcements.digest(
                        Announcements.direct(OPENSSL, "OpenSSL Security Advisory", signed(Announcements.ADVISORY)),
                        Announcements.direct(OPENSSL, "OpenSSL 3.4.9 published", Announcements.ADVISORY)));

        assertThat(toBob())
                .noneMatch(body -> body.contains("A release of ours is wanted"))
                .anyMatch(body -> body.contains("No clock runs")
                        && body.contains("the certificate that is configured has not signed it"));
    }
}
