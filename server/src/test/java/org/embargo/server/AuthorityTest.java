package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may order what, with mails that gpg has signed, over SMTP into a running server. */
class AuthorityTest {
    private static final String DESK = "security@project.example";
    private static final String STALE = "security@stale.example";
    private static final String MALLORY = "mallory@elsewhere.example";
    private static final String PLANTED = "planted words for the reporter";

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static GpgHome bob;
    private static GpgHome carol;
    private static GpgHome dora;
    private static GpgHome rena;
    private static GpgHome rita;
    private static World world;
    private static String desk;
    private static String stale;

    private String reportId;
    private String caseId;
    private String caseAddress;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        bob = GpgHome.of("bob@project.example");
        carol = GpgHome.of("carol@stale.example");
        dora = GpgHome.expired("dora@stale.example");
        rena = GpgHome.of("rena@stale.example");
        rita = GpgHome.of("rita@finder.example");
        world = new World(home).desk("pyca", DESK, "PYCA", alice, bob).desk("stale", STALE, "STAL", carol, dora, rena);
        Files.writeString(home.resolve("conf/desks/stale/team/" + rena.address() + ".asc"), rena.revokedCertificate());
        dora.prolong();
        world.start();
        desk = learnedByAll(world.keyOf(DESK, rita));
        stale = learnedByAll(world.keyOf(STALE, rita));
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        for (GpgHome each : List.of(alice, bob, carol, dora, rena, rita)) {
            each.close();
        }
    }

    @BeforeEach
    void report() throws IOException {
        reportTo(DESK, alice, desk);
    }

    @Test
    void commandSignedAndEncryptedByGpgShouldAct() throws IOException {
        String id = send(alice.address(), sealed(alice, text(reply())));

        assertThat(transcript(alice, id)).startsWith("Done");
        Mime letter = Mime.of(world.letters(rita.address(), reportId, 2).get(1));
        assertThat(rita.open(letter, desk).first("text/plain").text()).contains(PLANTED);
    }

    @Test
    void signatureAroundAPartOnlyShouldNotAct() throws IOException {
        String around = "Hello,\n\n" + alice.clearsigned(reply()) + "\nbye\n";
        refusedAndTold(alice, send(alice.address(), encrypted(text(around))), "not one signature over all");

        String signed = multipartSigned(alice, text(reply()));
        String beside = "Content-Type: multipart/mixed; boundary=\"mm\"\r\n\r\n--mm\r\n" + signed
                + "\r\n--mm\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--mm--\r\n";
        refusedAndTold(alice, send(alice.address(), encrypted(beside)), "not one signature over all");
        nothingHappened();
    }

    @Test
    void signedMailForwardedInsideAnotherShouldNotAct() throws IOException {
        String enclosed = "Content-Type: message/rfc822\r\n\r\n"
                + Mails.head(alice.address(), caseAddress, Mails.messageId(), "x")
                        .replace("\n", "\r\n")
                + multipartSigned(alice, text(reply()));

        unproven(send(alice.address(), encrypted(enclosed)));
        unproven(send(alice.address(), sealed(bob, enclosed)), bob);
        nothingHappened();
    }

    @Test
    void signaturesOfOthersInAMembersNameShouldNotAct() throws IOException {
        unproven(send(alice.address(), sealed(rita, text(reply()))));
        refusedAndTold(bob, send(alice.address(), sealed(bob, text(reply()))), "another author");
        nothingHappened();
    }

    @Test
    void weakHashShouldNotAct() throws IOException {
        String id = send(
                alice.address(),
                Mails.pgpMime("", alice.signedAndEncrypted(text(reply()), "--digest-algo=SHA1", desk)));

        unproven(id);
        assertThat(world.teamLetter(bob, desk, id).text()).contains("too weak");
        nothingHappened();
    }

    @Test
    void mailSignedForSomebodyElseShouldNotActInAnyFrame() throws IOException {
        String part = "To: other@elsewhere.example\r\n" + text(reply());
        // the same words signed in the same second are the same signature
        String second = part + "second";
        String third = part + "third";
        refusedAndTold(alice, send(alice.address(), sealed(alice, part)), "does not fit");
        refusedAndTold(
                alice,
                send(alice.address(), Mails.plain("", alice.signedAndEncrypted(second, desk))),
                "not one signature over all");
        refusedAndTold(
                alice, send(alice.address(), encrypted(text(alice.clearsigned(third)))), "not one signature over all");
        nothingHappened();
    }

    @Test
    void commandFromTheFutureShouldNotActAndBeUsedUp() throws IOException {
        String later = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT)
                .format(ZonedDateTime.now(ZoneOffset.UTC).plus(Duration.ofMinutes(20)));
        String mail = Mails.pgpMime("", alice.signedAndEncrypted(text(reply()), "--faked-system-time=" + later, desk));

        refusedAndTold(alice, send(alice.address(), mail), "still to come");
        String again = send(alice.address(), mail);
        assertThat(world.teamLetter(bob, desk, again).text()).contains("signature was used before");
        nothingHappened();
    }

    @Test
    void replayShouldNotActAndNobodyHearButTheTeam() throws IOException {
        String mail = sealed(alice, text(caseId + "\r\n/note\r\nonce\r\n"));
        assertThat(transcript(alice, send(alice.address(), mail))).startsWith("Done");

        String again = send(alice.address(), mail);

        assertThat(world.teamLetter(bob, desk, again).text()).contains("signature was used before");
        assertThat(answers(alice, again)).isEmpty();
        nothingHappened();
    }

    @Test
    void stolenCommandShouldReachItsAuthorAtTheAddressOnFile() throws IOException {
        String id = send(MALLORY, sealed(alice, text(reply())));

        assertThat(transcript(alice, id)).contains("Not done").contains("another author");
        nothingHappened();
    }

    @Test
    void commandInClearShouldNotAct() throws IOException {
        refusedAndTold(
                alice, send(alice.address(), multipartSigned(alice, text(caseId + "\r\n/close\r\n"))), "came in clear");
        nothingHappened();
    }

    @Test
    void commandsInHtmlAndFilesShouldNotAct() throws IOException {
        String html = "Content-Type: text/html\r\n\r\n<pre>" + reply() + "</pre>\r\n";
        String file = "Content-Type: text/plain; name=\"a.txt\"\r\n\r\n" + reply();
        String both = "Content-Type: multipart/mixed; boundary=\"mm\"\r\n\r\n--mm\r\n" + file + "\r\n--mm\r\n" + html
                + "\r\n--mm--\r\n";

        for (String part : List.of(html, both)) {
            world.teamLetter(bob, desk, send(alice.address(), sealed(alice, part)));
        }
        nothingHappened();
    }

    @Test
    void expiredAndRevokedKeysShouldOrderNothing() throws IOException {
        reportTo(STALE, carol, stale);

        String expired = send(dora.address(), Mails.pgpMime("", dora.signedAndEncrypted(text(reply()), stale)));
        String revoked = send(rena.address(), Mails.pgpMime("", rena.signedAndEncrypted(text(reply()), stale)));

        assertThat(world.teamLetter(carol, stale, expired).text()).contains("the key had expired");
        assertThat(world.teamLetter(carol, stale, revoked).text()).contains("the key is revoked");
        assertThat(answers(dora, expired)).isEmpty();
        assertThat(answers(rena, revoked)).isEmpty();
        String id = send(carol.address(), Mails.pgpMime("", carol.signedAndEncrypted(text(status()), stale)));
        assertThat(Mime.of(world.letters(carol.address(), id, 1).get(0)).type()).isEqualTo("multipart/encrypted");
        nothingReachedTheReporter();
    }

    private void reportTo(String address, GpgHome member, String key) throws IOException {
        reportId = Mails.messageId();
        String id = reportId;
        String armored = rita.signedAndEncrypted(Mails.textAndKey("the report", rita.certificate()), key);
        world.send(
                rita.address(), address, Mails.pgpMime(Mails.head(rita.address(), address, id, "a report"), armored));
        world.letter(rita.address(), id);
        caseId = world.teamLetter(member, key, id).caseId();
        caseAddress = address.replace("@", "+" + caseId.toLowerCase(Locale.ROOT) + "@");
    }

    /** Under a new Message-ID, which is returned. */
    private String send(String author, String content) throws IOException {
        String id = Mails.messageId();
        String head = Mails.head(author, caseAddress, id, "about it");
        world.send(MALLORY, caseAddress, head + content.replace("\r\n", "\n").replace("MIME-Version: 1.0\n", ""));
        return id;
    }

    private String reply() {
        return caseId + "\r\n/reply\r\n" + PLANTED + "\r\n";
    }

    private String status() {
        return caseId + "\r\n/status\r\n";
    }

    private static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words;
    }

    private static String sealed(GpgHome signer, String part) throws IOException {
        return Mails.pgpMime("", signer.signedAndEncrypted(part, desk));
    }

    /** By anybody. */
    private static String encrypted(String part) throws IOException {
        return Mails.pgpMime("", rita.encrypted(part, desk));
    }

    private static String multipartSigned(GpgHome signer, String part) throws IOException {
        return "Content-Type: multipart/signed; micalg=pgp-sha512; protocol=\"application/pgp-signature\";"
                + " boundary=\"ss\"\r\n\r\n--ss\r\n" + part
                + "\r\n--ss\r\nContent-Type: application/pgp-signature\r\n\r\n"
                + signer.detached(part) + "\r\n--ss--\r\n";
    }

    private void refusedAndTold(GpgHome signer, String id, String why) throws IOException {
        assertThat(transcript(signer, id)).startsWith("Not done").contains(why);
        assertThat(world.teamLetter(signer == alice ? bob : alice, desk, id).text())
                .contains("was not obeyed");
    }

    private void unproven(String id) {
        unproven(id, alice);
    }

    private void unproven(String id, GpgHome author) {
        assertThat(world.teamLetter(author == alice ? bob : alice, desk, id).text())
                .containsAnyOf("without his good signature", "was not obeyed");
        assertThat(answers(author, id))
                .noneMatch(mail -> Mime.of(mail).field("Subject").contains("Done"));
    }

    private String transcript(GpgHome member, String id) throws IOException {
        Mime letter = world.letter(member.address(), id);
        return member.open(letter, desk).first("text/plain").text().replaceAll("\\s+", " ");
    }

    private static List<Relay.Received> answers(GpgHome member, String id) {
        return world.relay().mailsTo(member.address()).stream()
                .filter(mail -> Mime.of(mail).field("In-Reply-To").contains(id))
                .toList();
    }

    /** The case stands as at first, by a command that does act, and no word has left in clear. */
    private void nothingHappened() throws IOException {
        String transcript = transcript(alice, send(alice.address(), sealed(alice, text(status()))));

        assertThat(transcript)
                .startsWith("Done")
                .contains("The case is reported.")
                .doesNotContain("First answered");
        nothingReachedTheReporter();
    }

    private void nothingReachedTheReporter() {
        assertThat(world.relay().mailsTo(rita.address()).stream()
                        .filter(mail -> Mime.of(mail).field("Subject").contains(caseId)))
                .as("but her receipt")
                .hasSize(1);
        assertThat(world.relay().mails()).noneMatch(mail -> mail.message().contains(PLANTED));
    }

    private static String learnedByAll(String certificate) throws IOException {
        for (GpgHome each : List.of(alice, bob, carol, dora, rena)) {
            each.learn(certificate);
        }
        return rita.learn(certificate);
    }
}
