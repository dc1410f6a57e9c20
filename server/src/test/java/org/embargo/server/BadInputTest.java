package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mail is a case, however broken: the team gets it and learns what is wrong with it; its author is answered unless a
 * machine wrote it or nobody knows who did. The desk has the key for which the broken messages of the corpus were made.
 */
class BadInputTest {
    private static final String DESK = "security@project.example";
    private static final Path CORPUS = ServerProcess.installation().resolve("core/src/test/resources/corpus");

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static World world;
    private static String desk;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        world = new World(home).desk("pyca", DESK, "PYCA", alice);
        Path folder = home.resolve("conf/desks/pyca");
        Files.copy(CORPUS.resolve("keys/project-secret/project-rsa.asc"), folder.resolve("secret.asc"));
        Files.createDirectories(folder.resolve("former"));
        Files.copy(CORPUS.resolve("keys/project-secret/project-ecc.asc"), folder.resolve("former/ecc.asc"));
        for (String file : List.of("secret.asc", "former/ecc.asc")) {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
        world.start();
        desk = alice.learn(world.keyOf(DESK, alice));
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        alice.close();
    }

    @ParameterizedTest
    @CsvSource({
        "096-sed-no-mdc-gpg, mallory@attacker.example, lacks integrity protection",
        "099-mdc-stripped-to-sed, mallory@attacker.example, lacks integrity protection",
        "100-tampered-last-byte, mallory@attacker.example, was changed or cut on the way",
        "103-truncated-ciphertext, mallory@attacker.example, It can't be read",
        "104-other-recipient, alice@reporter.example, encrypted to none of the desk's keys",
        "105-password-encrypted, mallory@attacker.example, It can't be read",
        "106-garbage-octets, mallory@attacker.example, It can't be read",
        "110-bomb-64mib-zip, mallory@attacker.example, too large or nested too deeply",
        "113-multipart-encrypted-but-only-signed, alice@reporter.example, It can't be read",
        "133-smime-encrypted, bob@reporter.example, in a way that is not supported"
    })
    void whatCannotBeOpenedShouldBeACaseAndItsAuthorNotToldWhy(String name, String from, String finding)
            throws IOException {
        String mail = Files.readString(CORPUS.resolve("messages/" + name + ".eml"), StandardCharsets.ISO_8859_1);
        String id = Mime.of(mail).field("Message-ID");
        world.send(from, DESK, mail);

        World.TeamLetter letter = world.teamLetter(alice, desk, id);
        Mime receipt = world.letter(from, id);

        assertThat(letter.text().replaceAll("\\s+", " ")).contains(finding);
        String text = alice.check(receipt, desk).text();
        assertThat(text.replace(letter.caseId(), "CASE")).isEqualTo(unreadable());
    }

    /** What is said of every mail that can't be opened, whatever the reason. */
    private static String unreadable() throws IOException {
        String id = Mails.messageId();
        String from = "control@finder.example";
        String head = Mails.head(from, DESK, id, "the subject");
        world.send(from, DESK, Mails.pgpMime(head, alice.encrypted("text", alice.fingerprint())));
        Mime receipt = world.letter(from, id);
        String text = alice.check(receipt, desk).text();
        assertThat(text).contains("we could not open it").contains("Please send it again");
        return text.replace(World.caseOf(receipt), "CASE");
    }

    @Test
    void emptyMailShouldBeACaseWithoutAnAnswer() throws IOException {
        World.TeamLetter letter = arrivedAs("rita1@finder.example", "");

        assertThat(letter.text()).contains("names no single author").contains("Nobody was answered");
        world.expectNoLetterTo("rita1@finder.example");
    }

    @Test
    void headersAloneShouldBeAReport() throws IOException {
        String id = Mails.messageId();
        String from = "rita2@finder.example";
        world.send(from, DESK, Mails.head(from, DESK, id, "no text follows"));

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text()).contains("no text follows").contains("It shows no text");
        assertThat(World.caseOf(world.letter(from, id))).isEqualTo(letter.caseId());
    }

    @Test
    void nulBytesShouldBeShownAsSuch() throws IOException {
        World.TeamLetter letter = answered("rita3@finder.example", "", "one\0two and \0\0 three");

        assertThat(letter.inside().raw()).doesNotContain("\0");
        assertThat(letter.text()).contains("> one").contains("two and");
    }

    @ParameterizedTest
    @ValueSource(strings = {"klingon", "utf-16", "\"\"", "us-ascii\u00ff", "x-user-defined; charset=utf-8"})
    void brokenCharsetShouldNotHideTheText(String charset) throws IOException {
        String id = Mails.messageId();
        String from = "rita4@finder.example";
        String head = Mails.head(from, DESK, id, "charset");
        world.send(from, DESK, head + "Content-Type: text/plain; charset=" + charset + "\n\ncaf\u00e9 plain words\n");

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        if (!charset.equals("utf-16")) {
            assertThat(letter.text()).contains("plain words");
        }
        assertThat(letter.inside().parts().get(1).content()).contains("caf\u00e9 plain words");
        assertThat(world.letters(from, id, 1)).hasSize(1);
    }

    @Test
    void htmlAloneShouldBeShownAsText() throws IOException {
        String id = Mails.messageId();
        String from = "rita5@finder.example";
        String head = Mails.head(from, DESK, id, "html");
        world.send(
                from,
                DESK,
                head + "Content-Type: text/html\n\n<html><body><p>first <b>bold</b></p>"
                        + "<script>evil()</script><p>second</p></body></html>\n");

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text())
                .contains("> first bold")
                .contains("> second")
                .contains("read from HTML")
                .doesNotContain("<b>")
                .doesNotContain("evil()");
        assertThat(letter.inside().parts()).noneMatch(part -> part.type().equals("text/html"));
        assertThat(world.letters(from, id, 1)).hasSize(1);
    }

    @Test
    void hundredThousandHeadersShouldBeACase() throws IOException {
        String id = Mails.messageId();
        String from = "rita6@finder.example";
        StringBuilder mail = new StringBuilder(Mails.head(from, DESK, id, "many headers"));
        for (int i = 0; i < 100_000; i++) {
            mail.append("X-Field-").append(i).append(": value\n");
        }
        world.send(from, DESK, mail.append("\nthe text below\n").toString());

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.inside().parts().get(1).content()).contains("X-Field-99999: value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "r.aaaaaaaaaaaaaaaaaaaaaaaaaa", "b.aaaaaaaaaaaaaaaaaaaaaaaaaa", "pyca-2026-0", "x+y"
            })
    void unknownSubAddressShouldBeTheFrontAddress(String detail) throws IOException {
        String id = Mails.messageId();
        String from = "rita7@finder.example";
        String address = "security+" + detail + "@project.example";
        world.send(from, address, Mails.plain(Mails.head(from, address, id, "typo"), "a report to " + detail));

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text()).contains("a new report").contains("> a report to " + detail);
        assertThat(World.caseOf(world.letter(from, id))).isEqualTo(letter.caseId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Id: <dev.lists.example>",
                "Precedence: bulk",
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated (vacation)"
            })
    void automaticMailShouldBeACaseWithoutAnAnswer(String field) throws IOException {
        String id = Mails.messageId();
        String from = "machine@finder.example";
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "automatic") + field + "\n", "found a hole"));

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text())
                .contains("It is automatic mail")
                .contains("Nobody was answered: automatic mail never is")
                .contains("> found a hole")
                .contains("A human must have answered");
        world.expectNoLetterTo(from);
    }

    @Test
    void nullSenderWithAReportInsideShouldBeACaseWithoutAnAnswer() throws IOException {
        String id = Mails.messageId();
        String from = "rita8@finder.example";
        world.send("", DESK, Mails.plain(Mails.head(from, DESK, id, "null sender"), "found a hole"));

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text()).contains("> found a hole").contains("Nobody was answered: automatic mail never is");
        world.expectNoLetterTo(from);
    }

    @Test
    void twoAuthorsShouldBeNoneThatIsAnswered() throws IOException {
        String id = Mails.messageId();
        String from = "rita9@finder.example";
        String other = "ruth9@finder.example";
        world.send(from, DESK, Mails.plain(Mails.head(from + ", " + other, DESK, id, "two"), "we found a hole"));

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text()).contains("names no single author").contains("> we found a hole");
        world.expectNoLetterTo(from);
        world.expectNoLetterTo(other);
    }

    @Test
    void mailWithoutFromShouldBeACaseWithoutAnAnswer() throws IOException {
        String id = Mails.messageId();
        String from = "rita10@finder.example";
        world.send(from, DESK, "Message-ID: " + id + "\nSubject: no from\n\nfound a hole\n");

        World.TeamLetter letter = world.teamLetter(alice, desk, id);

        assertThat(letter.text())
                .contains("names no single author")
                .contains("Nobody was answered: it names no single author")
                .contains("> found a hole");
        world.expectNoLetterTo(from);
    }

    @Test
    void bounceOfAReceiptShouldBeToldToTheTeamOnce() throws IOException {
        String id = Mails.messageId();
        String from = "rita11@finder.example";
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "the subject"), "found a hole"));
        Relay.Received receipt = world.letters(from, id, 1).get(0);
        String caseId = World.caseOf(Mime.of(receipt));
        world.teamLetters(alice, desk, caseId, 1);

        world.send("", receipt.sender(), report("failed", "5.1.1", receipt.message()));
        world.send("", receipt.sender(), report("failed", "5.1.1", "another copy"));

        World.TeamLetter told = world.teamLetters(alice, desk, caseId, 2).get(1);
        assertThat(told.text())
                .contains("A letter to " + from + " came back undelivered")
                .contains("5.1.1")
                .doesNotContain("Undelivered Mail");
        answered("rita12@finder.example", "", "another report, which comes after the second bounce");
        assertThat(world.teamLetters(alice, desk, caseId, 2)).hasSize(2);
    }

    @Test
    void whatIsNoBounceAtABounceAddressShouldBeAReport() throws IOException {
        String id = Mails.messageId();
        String from = "rita13@finder.example";
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "the subject"), "found a hole"));
        Relay.Received receipt = world.letters(from, id, 1).get(0);

        String other = Mails.messageId();
        String stranger = "rita14@finder.example";
        world.send(
                stranger,
                receipt.sender(),
                Mails.plain(Mails.head(stranger, receipt.sender(), other, "hello"), "another hole"));

        World.TeamLetter letter = world.teamLetter(alice, desk, other);
        assertThat(letter.text()).contains("a new report").contains("> another hole");
        assertThat(letter.caseId()).isNotEqualTo(World.caseOf(Mime.of(receipt)));
        assertThat(World.caseOf(world.letter(stranger, other))).isEqualTo(letter.caseId());
    }

    @Test
    void unprovenAuthorShouldGetANoteWithoutToken() throws IOException {
        String id = Mails.messageId();
        String from = "rita15@finder.example";
        world.send("somebody@else.example", DESK, Mails.plain(Mails.head(from, DESK, id, "the subject"), "hole"));

        Mime note = world.letter(from, id);

        assertThat(note.raw()).doesNotContain("security+r.").doesNotContainPattern("PYCA-\\d");
        assertThat(world.teamLetter(alice, desk, id).text()).contains("sent under another address");
        world.expectNoLetterTo("somebody@else.example");
    }

    @Test
    void sameMailTwiceShouldHaveOneEffect() throws IOException {
        String id = Mails.messageId();
        String from = "rita16@finder.example";
        String mail = Mails.plain(Mails.head(from, DESK, id, "twice"), "found a hole");
        world.send(from, DESK, "Received: from a by b; Mon, 2 Mar 2026 10:00:01 +0000\n" + mail);
        String caseId = world.teamLetter(alice, desk, id).caseId();

        world.send(from, DESK, "Received: from c by d; Mon, 2 Mar 2026 10:00:09 +0000\n" + mail);

        answered("rita17@finder.example", "", "a report that comes later");
        assertThat(world.letters(from, id, 1)).hasSize(1);
        assertThat(world.teamLetters(alice, desk, caseId, 1)).hasSize(1);
    }

    /** Sends a plain mail with this text, and waits for receipt and team mail. */
    private static World.TeamLetter answered(String from, String fields, String text) throws IOException {
        String id = Mails.messageId();
        world.send(from, DESK, Mails.plain(Mails.head(from, DESK, id, "the subject") + fields, text));
        World.TeamLetter letter = world.teamLetter(alice, desk, id);
        assertThat(World.caseOf(world.letter(from, id))).isEqualTo(letter.caseId());
        return letter;
    }

    /** Sends a mail that nothing in it names, and waits for the next letter to the team. */
    private static World.TeamLetter arrivedAs(String sender, String mail) throws IOException {
        List<Relay.Received> before = new ArrayList<>(world.relay().mailsTo(alice.address()));
        world.send(sender, DESK, mail);
        List<Relay.Received> after = world.relay().awaitMailsTo(alice.address(), before.size() + 1);
        Relay.Received letter = after.get(before.size());
        return new World.TeamLetter(letter, alice.open(Mime.of(letter), desk));
    }

    private static String report(String action, String status, String returned) {
        return "From: Mail Delivery <mailer-daemon@finder.example>\nTo: " + DESK + "\nMessage-ID: " + Mails.messageId()
                + "\nSubject: Undelivered Mail\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"rr\"\n\n"
                + "--rr\nContent-Type: text/plain\n\nUndelivered Mail returned\n"
                + "--rr\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.finder.example\n\n"
                + "Final-Recipient: rfc822; x@finder.example\nAction: " + action + "\nStatus: " + status + "\n\n"
                + "--rr\nContent-Type: message/rfc822\n\n" + returned + "\n--rr--\n";
    }
}
