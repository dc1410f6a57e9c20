package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a report through the whole server, with gpg at both ends. */
class GpgStoryTest {
    private static final String DESK = "security@project.example";
    private static final String SECOND = "security@second.example";
    private static final String STALE = "security@stale.example";
    private static final String TOKEN = "[a-z2-7]{26}";
    private static final String WORDS = "reading past the end of the list";

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static GpgHome bob;
    private static GpgHome bert;
    private static GpgHome carol;
    private static GpgHome dora;
    private static GpgHome rita;
    private static SignedDomain domain;
    private static World world;
    private static String desk;
    private static String second;
    private static String stale;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        bob = GpgHome.of("bob@project.example");
        bert = GpgHome.of("bert@second.example");
        carol = GpgHome.of("carol@stale.example");
        dora = GpgHome.expired("dora@stale.example");
        rita = GpgHome.of("rita@finder.example");
        domain = SignedDomain.start("finder.example");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/embargo.properties"),
                "origin.name-servers = 127.0.0.1:" + domain.port() + "\ndesk.pyca.dkim.key.file = secrets/dkim.pem\n");
        Files.createDirectories(home.resolve("secrets"));
        Path key = home.resolve("secrets/dkim.pem");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, domain.pem());
        world = new World(home)
                .desk("pyca", DESK, "PYCA", alice, bob)
                .desk("second", SECOND, "SECO", bert)
                .desk("stale", STALE, "STAL", carol, dora)
                .start();
        desk = learnedByAll(world.keyOf(DESK, rita));
        second = learnedByAll(world.keyOf(SECOND, rita));
        stale = learnedByAll(world.keyOf(STALE, rita));
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        domain.close();
        for (GpgHome each : List.of(alice, bob, bert, carol, dora, rita)) {
            each.close();
        }
    }

    @Test
    void keyAnswerShouldBeImportedByGpg() throws IOException {
        String id = world.askForKey(DESK, rita);
        Mime letter = world.letter(rita.address(), id);

        Mime signed = rita.check(letter, desk);

        String fingerprint = rita.learn(signed.first("application/pgp-keys").content());
        assertThat(fingerprint).isEqualTo(desk);
        assertThat(signed.first("text/plain").text().replaceAll("\\s", "")).contains(fingerprint);
        assertThat(letter.field("Auto-Submitted")).isEqualTo("auto-replied");
    }

    @Test
    void receiptShouldBeEncryptedToTheKeyInsideTheReport() throws IOException {
        String id = sendEncrypted(Mails.textAndKey(WORDS, rita.certificate()), true);

        Relay.Received received = world.letters(rita.address(), id, 1).get(0);
        assertThat(domain.hasSigned(received.message())).isTrue();
        Mime receipt = Mime.of(received);
        Mime inside = rita.open(receipt, desk);

        String caseId = World.caseOf(receipt);
        assertThat(receipt.field("Subject")).startsWith("[" + caseId + "]");
        assertThat(caseId).startsWith("PYCA-");
        assertThat(receipt.field("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(receipt.field("In-Reply-To")).isEqualTo(id);
        assertThat(receipt.field("References")).endsWith(id);
        assertThat(receipt.field("Reply-To")).matches("security\\+r\\." + TOKEN + "@project\\.example");
        assertThat(received.sender()).matches("security\\+b\\." + TOKEN + "@project\\.example");
        assertThat(receipt.field("To")).isEqualTo(rita.address());
        assertThat(receipt.field("Autocrypt")).startsWith("addr=" + DESK + ";").contains("keydata=");
        assertThat(inside.first("text/plain").text())
                .contains(caseId)
                .contains("It came encrypted, and we could open it")
                .contains("credit: YOUR NAME")
                .doesNotContain(WORDS)
                .doesNotContain("the subject");
        assertThat(inside.first("text/plain").text().replaceAll("\\s", ""))
                .contains(desk)
                .contains(rita.fingerprint());
        assertThat(alice.decrypt(receipt.parts().get(1).body()).isDecrypted()).isFalse();
    }

    @Test
    void teamMailShouldBeReadableByItsMemberAlone() throws IOException {
        String id = sendEncrypted(Mails.textAndKey(WORDS, rita.certificate()), true);

        World.TeamLetter alices = world.teamLetter(alice, desk, id);
        World.TeamLetter bobs = world.teamLetter(bob, desk, id);

        assertThat(alices.text()).contains(WORDS);
        assertThat(bobs.text()).contains(WORDS);
        Mime toAlice = alices.letter();
        Mime toBob = bobs.letter();
        assertThat(bob.decrypt(toAlice.parts().get(1).body()).isDecrypted()).isFalse();
        assertThat(alice.decrypt(toBob.parts().get(1).body()).isDecrypted()).isFalse();
        assertThat(rita.decrypt(toAlice.parts().get(1).body()).isDecrypted()).isFalse();
    }

    @Test
    void teamMailShouldHideTheSubjectAndQuoteBelowTheMarker() throws IOException {
        String id = sendEncrypted(Mails.textAndKey(WORDS + "\n/publish", rita.certificate()), true);

        World.TeamLetter alices = world.teamLetter(alice, desk, id);

        Mime letter = alices.letter();
        Mime inside = alices.inside();
        String caseId = alices.caseId();
        assertThat(letter.field("Subject")).isEqualTo("[" + caseId + "]");
        assertThat(inside.field("Subject")).startsWith("[" + caseId + "]").contains("the subject");
        assertThat(inside.parameter("hp")).contains("cipher");
        assertThat(inside.fields("HP-Outer")).anyMatch(outer -> outer.equals("Subject: [" + caseId + "]"));
        assertThat(letter.field("Reply-To"))
                .isEqualTo("security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example");
        assertThat(letter.field("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(alices.received().sender()).matches("security\\+b\\." + TOKEN + "@project\\.example");
        assertThat(letter.field("Autocrypt")).startsWith("addr=" + DESK + ";");
        String text = alices.text();
        String marker = "--- " + caseId + ": write above this line ---";
        assertThat(text.lines()).containsOnlyOnce(marker);
        String below = text.substring(text.indexOf(marker));
        assertThat(below.lines()).contains("> " + WORDS, "> /publish");
        assertThat(text.substring(0, text.indexOf(marker)))
                .contains("It came encrypted")
                .contains(rita.address())
                .doesNotContain(WORDS);
    }

    @Test
    void teamMailShouldHoldTheOriginalAsItCame() throws IOException {
        String id = sendEncrypted(Mails.textAndKey(WORDS, rita.certificate()), true);

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        Mime original = letter.inside().parts().get(1);

        assertThat(original.type()).isEqualTo("application/octet-stream");
        assertThat(original.field("Content-Disposition"))
                .startsWith("attachment")
                .contains(letter.caseId() + ".eml");
        assertThat(original.content()).contains("Message-ID: " + id).contains("multipart/encrypted");
    }

    @Test
    void receiptWithoutAKeyShouldSayNoMoreThanNeeded() throws IOException {
        String id = sendEncrypted("Content-Type: text/plain\n\n" + WORDS + "\n", false);

        Mime receipt = world.letter(rita.address(), id);

        String text = rita.check(receipt, desk).text();
        assertThat(text)
                .contains(World.caseOf(receipt))
                .contains("We could open it")
                .contains("attach your public OpenPGP key")
                .doesNotContain(WORDS)
                .doesNotContain("credit:")
                .doesNotContain("human")
                .doesNotContain("security+r.");
        assertThat(world.teamLetter(alice, desk, id).text()).contains("> " + WORDS);
    }

    @Test
    void inlineMessageShouldBeOpened() throws IOException {
        String id = Mails.messageId();
        String armored = rita.signedAndEncrypted(WORDS + "\n", desk);
        world.send(rita.address(), DESK, Mails.plain(Mails.head(rita.address(), DESK, id, "the subject"), armored));

        assertThat(world.teamLetter(alice, desk, id).text())
                .contains("> " + WORDS)
                .contains("It came encrypted")
                .contains("unknown key");
    }

    @Test
    void clearReportShouldBeAnsweredInClearAndReachTheTeamEncrypted() throws IOException {
        String id = sendClear(WORDS, rita.address());

        Mime receipt = world.letter(rita.address(), id);

        String text = rita.check(receipt, desk).text();
        assertThat(text)
                .contains("It came in clear")
                .contains(World.caseOf(receipt))
                .contains("security+r.")
                .doesNotContain(WORDS)
                .doesNotContain("the subject");
        World.TeamLetter toAlice = world.teamLetter(alice, desk, id);
        assertThat(toAlice.text()).contains("It came in clear").contains("> " + WORDS);
        assertThat(toAlice.received().message()).doesNotContain(WORDS).doesNotContain("the subject");
    }

    @Test
    void receiptShouldBeEncryptedToTheKeyAttachedToAClearReport() throws IOException {
        String id = Mails.messageId();
        String head = Mails.head(rita.address(), DESK, id, "the subject");
        world.send(rita.address(), DESK, head + Mails.textAndKey(WORDS, rita.certificate()));

        Mime receipt = world.letter(rita.address(), id);

        assertThat(rita.open(receipt, desk).first("text/plain").text()).contains("It came in clear");
    }

    @Test
    void mailToTheTokenShouldJoinTheCase() throws IOException {
        String first = sendEncrypted(Mails.textAndKey(WORDS, rita.certificate()), true);
        Mime receipt = world.letter(rita.address(), first);
        String token = receipt.field("Reply-To");

        String armored = rita.signedAndEncrypted("Content-Type: text/plain\n\nfurther words about the token\n", desk);
        String head = Mails.head(rita.address(), token, Mails.messageId(), "more");
        world.send(rita.address(), token, Mails.pgpMime(head, armored));

        World.TeamLetter more = world.teamLetter(alice, desk, "further words about the token");
        assertThat(more.caseId()).isEqualTo(World.caseOf(receipt));
        assertThat(more.letter().field("In-Reply-To"))
                .isEqualTo(world.teamLetter(alice, desk, first).letter().field("Message-ID"));
        assertThat(more.text()).contains("> further words").contains("Good signature over all of it");
    }

    @Test
    void answerToTheReceiptSignedByItsDomainShouldJoinTheCase() throws IOException {
        String first = sendClear(WORDS, rita.address());
        Mime receipt = world.letter(rita.address(), first);

        String answer = Mails.messageId();
        String head = Mails.head(rita.address(), DESK, answer, "Re: " + receipt.field("Subject"));
        String mail = Mails.plain(head + "In-Reply-To: " + receipt.field("Message-ID") + "\n", "further words");
        world.send("bounces@sender.example", DESK, domain.sign(mail));

        World.TeamLetter more = world.teamLetter(alice, desk, answer);
        assertThat(more.caseId()).isEqualTo(World.caseOf(receipt));
        assertThat(more.text()).contains("> further words").contains("signed by finder.example");
        assertThat(world.letters(rita.address(), first, 1)).hasSize(1);
    }

    @Test
    void reportSignedByItsDomainShouldGetAReceiptWhateverTheEnvelope() throws IOException {
        String id = Mails.messageId();
        String mail = Mails.plain(Mails.head(rita.address(), DESK, id, "overflow"), WORDS);

        world.send("bounces@sender.example", DESK, domain.sign(mail));

        assertThat(world.letter(rita.address(), id).field("Reply-To")).contains("+r.");
        assertThat(world.teamLetter(alice, desk, id).text().replaceAll("\\s+", " "))
                .contains("DKIM: signed by finder.example, which proves the domain of its author.");
    }

    @Test
    void answerToTheReceiptThatNothingProvesShouldBeACaseOfItsOwn() throws IOException {
        String first = sendClear(WORDS, rita.address());
        Mime receipt = world.letter(rita.address(), first);

        String answer = Mails.messageId();
        String head = Mails.head(rita.address(), DESK, answer, "Re: " + receipt.field("Subject"));
        world.send(
                rita.address(),
                DESK,
                Mails.plain(head + "In-Reply-To: " + receipt.field("Message-ID") + "\n", "further words"));

        World.TeamLetter other = world.teamLetter(alice, desk, answer);
        assertThat(other.caseId()).isNotEqualTo(World.caseOf(receipt));
        assertThat(other.text()).contains("It may belong to " + World.caseOf(receipt));
    }

    @Test
    void answerToTheReceiptFromAnotherAddressShouldBeACaseOfItsOwnWithAHint() throws IOException {
        String first = sendClear(WORDS, rita.address());
        Mime receipt = world.letter(rita.address(), first);
        String stranger = "stranger@elsewhere.example";

        String answer = Mails.messageId();
        String head = Mails.head(stranger, DESK, answer, "Re: " + receipt.field("Subject"));
        world.send(
                stranger, DESK, Mails.plain(head + "In-Reply-To: " + receipt.field("Message-ID") + "\n", "what is it"));

        World.TeamLetter other = world.teamLetter(alice, desk, answer);
        assertThat(other.caseId()).isNotEqualTo(World.caseOf(receipt));
        assertThat(other.text()).contains("It may belong to " + World.caseOf(receipt));
    }

    @Test
    void stolenCiphertextShouldBeMarkedAndItsThiefNotAnswered() throws IOException {
        String armored = rita.signedAndEncrypted(Mails.textAndKey(WORDS, rita.certificate()), desk);
        String first = Mails.messageId();
        world.send(
                rita.address(), DESK, Mails.pgpMime(Mails.head(rita.address(), DESK, first, "the subject"), armored));
        String victim = world.teamLetter(alice, desk, first).caseId();

        String stolen = Mails.messageId();
        String thief = "thief@elsewhere.example";
        world.send(thief, DESK, Mails.pgpMime(Mails.head(thief, DESK, stolen, "mine"), armored));

        World.TeamLetter toAlice = world.teamLetter(alice, desk, stolen);
        assertThat(toAlice.caseId()).isNotEqualTo(victim);
        assertThat(toAlice.text())
                .contains("The same encrypted message lies in " + victim)
                .contains("Nobody was answered");
        world.expectNoLetterTo(thief);
    }

    @Test
    void memberWithAnExpiredCertificateShouldGetPlainNewsAndTheOthersBeTold() throws IOException {
        String id = Mails.messageId();
        world.send(rita.address(), STALE, Mails.plain(Mails.head(rita.address(), STALE, id, "the subject"), WORDS));

        World.TeamLetter toCarol = world.teamLetter(carol, stale, id);
        Relay.Received news = world.relay().awaitMailsTo(dora.address(), 1).get(0);

        String text = dora.check(Mime.of(news), stale).text();
        assertThat(text).contains("There is news").doesNotContain(WORDS);
        assertThat(news.message()).doesNotContain(WORDS).doesNotContain("the subject");
        assertThat(toCarol.text()).contains("> " + WORDS).contains(dora.address() + " got no copy");
    }

    @Test
    void mailToTwoDesksShouldBeACaseAtEach() throws IOException {
        String id = Mails.messageId();
        String armored = rita.signedAndEncrypted(Mails.textAndKey(WORDS, rita.certificate()), desk, second);
        try (SmtpClient client = world.server().smtp()) {
            client.command("MAIL FROM:<" + rita.address() + ">");
            client.command("RCPT TO:<" + DESK + ">");
            client.command("RCPT TO:<" + SECOND + ">");
            client.command("DATA");
            String head = Mails.head(rita.address(), DESK + ", " + SECOND, id, "the subject");
            assertThat(client.content(Mails.pgpMime(head, armored))).startsWith("250");
        }

        World.TeamLetter toAlice = world.teamLetter(alice, desk, id);
        World.TeamLetter toBert = world.teamLetter(bert, second, id);
        assertThat(toAlice.caseId()).startsWith("PYCA-");
        assertThat(toBert.caseId()).startsWith("SECO-");
        assertThat(toAlice.text()).contains("> " + WORDS).doesNotContain("SECO-");
        assertThat(toBert.text()).contains("> " + WORDS).doesNotContain("PYCA-");
        List<Relay.Received> receipts = world.letters(rita.address(), id, 2);
        assertThat(receipts.stream().map(mail -> Mime.of(mail).field("From")))
                .anyMatch(from -> from.contains(DESK))
                .anyMatch(from -> from.contains(SECOND));
    }

    @Test
    void keyOfAnotherDeskShouldNotBeTried() throws IOException {
        String id = Mails.messageId();
        String armored = rita.encrypted(Mails.textAndKey(WORDS, rita.certificate()), second);
        String head = Mails.head(rita.address(), DESK, id, "the subject");
        world.send(rita.address(), DESK, Mails.pgpMime(head, armored));

        assertThat(world.teamLetter(alice, desk, id).text())
                .contains("encrypted to none of the desk's keys")
                .doesNotContain(WORDS);
        assertThat(rita.check(world.letter(rita.address(), id), desk).text()).contains("we could not open it");
    }

    private static String sendEncrypted(String inside, boolean signed) throws IOException {
        String id = Mails.messageId();
        String armored = signed ? rita.signedAndEncrypted(inside, desk) : rita.encrypted(inside, desk);
        world.send(rita.address(), DESK, Mails.pgpMime(Mails.head(rita.address(), DESK, id, "the subject"), armored));
        return id;
    }

    private static String sendClear(String text, String from) throws IOException {
        String id = Mails.messageId();
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "the subject"), text));
        return id;
    }

    private static String learnedByAll(String certificate) throws IOException {
        for (GpgHome each : List.of(alice, bob, bert, carol, dora)) {
            each.learn(certificate);
        }
        return rita.learn(certificate);
    }
}
