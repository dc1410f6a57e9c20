package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SignatureState;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Mails that no corpus of OpenPGP tools has: broken, odd, hostile. */
final class MailOpenerTest {

    @Test
    void emptyMailShouldShowNothing() {
        OpenedMail mail = Mails.open("");

        assertThat(mail.isReadable()).isTrue();
        assertThat(mail.body()).isEmpty();
        assertThat(mail.sections()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.outer().author()).isEmpty();
    }

    @Test
    void mailOfHeadersOnlyShouldShowThem() {
        OpenedMail mail = Mails.open("From: bob@reporter.example\nSubject: hole\n");

        assertThat(mail.outer().subject().text()).isEqualTo("hole");
        assertThat(mail.sections()).isEmpty();
    }

    @Test
    void nulBytesShouldBeReplaced() {
        OpenedMail mail = Mails.open("Subject: a\0b\n\nx\0y\u001b[31m\n");

        assertThat(mail.body()).isEqualTo("x\uFFFDy\uFFFD[31m");
        assertThat(mail.outer().subject().text()).isEqualTo("a b");
    }

    @Test
    void brokenAndUnknownCharsetsShouldStillBeRead() throws IOException {
        byte[] latin1 =
                "Content-Type: text/plain; charset=x-unknown\r\n\r\nLücke".getBytes(StandardCharsets.ISO_8859_1);
        byte[] mislabelled =
                "Content-Type: text/plain; charset=utf-8\r\n\r\nLücke".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Mails.open(Mails.raw(latin1)).body()).isEqualTo("Lücke");
        assertThat(Mails.open("Content-Type: text/plain; charset=us-ascii\n\nLücke")
                        .body())
                .isEqualTo("Lücke");
        assertThat(Mails.open("Content-Type: text/plain; charset=\"\n\nLücke").body())
                .isEqualTo("Lücke");
        assertThat(Mails.open(Mails.raw(mislabelled)).body()).isEqualTo("L\uFFFDcke");
    }

    @Test
    void htmlOnlyMailShouldBecomeReadableText() {
        OpenedMail mail =
                Mails.open("Content-Type: text/html\n\n<p>A <b>hole</b> in the parser</p><img src=http://x/>\n");

        assertThat(mail.sections()).hasSize(1);
        assertThat(mail.sections().get(0).html()).isTrue();
        assertThat(mail.sections().get(0).text().text()).isEqualTo("A hole in the parser");
        assertThat(mail.body()).isEmpty();
    }

    @Test
    void htmlBesideItsPlainTextShouldNotBeShownTwice() {
        String both = """
                Content-Type: multipart/alternative; boundary=b

                --b

                %s
                --b
                Content-Type: text/html

                <p>html</p>
                --b--
                """;

        assertThat(Mails.open(both.formatted("plain")).sections())
                .extracting(section -> section.text().text())
                .containsExactly("plain");
        assertThat(Mails.open(both.formatted("  ")).sections())
                .extracting(section -> section.text().text())
                .containsExactly("html");
    }

    @Test
    void secondNamedTextShouldBeAFile() {
        OpenedMail mail = Mails.open("""
                Content-Type: multipart/mixed; boundary=b

                --b

                body
                --b
                Content-Type: text/plain; name=../trace.log

                log
                --b--
                """);

        assertThat(mail.body()).isEqualTo("body");
        assertThat(mail.attachments()).extracting(each -> each.name().text()).containsExactly("trace.log");
    }

    @Test
    void textShouldBeShownUpToItsLimit() {
        MailLimits limits = new MailLimits(20, 500, 100, 1000, 1000, 1 << 20, 10, 2, 2, 3, 1);

        OpenedMail within = Mails.open(Mails.raw("\n" + "a".repeat(10)), limits);
        OpenedMail beyond = Mails.open(Mails.raw("\n" + "a".repeat(11)), limits);

        assertThat(within.body()).hasSize(10);
        assertThat(within.attachments()).isEmpty();
        assertThat(beyond.body()).hasSize(10);
        assertThat(beyond.attachments()).hasSize(1);
        assertThat(beyond.attachments().get(0).content().sizeBytes()).isEqualTo(11);
    }

    @Test
    void textsShouldShareTheirLimit() {
        MailLimits limits = new MailLimits(20, 500, 100, 1000, 1000, 1 << 20, 10, 2, 2, 3, 1);

        OpenedMail within = Mails.open(Mails.raw(MailParserTest.multipart("mixed", "12345", "12345")), limits);
        OpenedMail beyond = Mails.open(Mails.raw(MailParserTest.multipart("mixed", "12345", "123456")), limits);

        assertThat(within.attachments()).isEmpty();
        assertThat(beyond.attachments()).hasSize(1);
        assertThat(beyond.sections()).extracting(each -> each.text().text()).containsExactly("12345", "12345");
    }

    @Test
    void runOfBlanksShouldNotBeSlow() {
        String text = " ".repeat(400_000) + "x" + "\n".repeat(200_000) + "y";

        OpenedMail mail = Assertions.assertTimeout(Duration.ofSeconds(10), () -> Mails.open("\n" + text));

        assertThat(mail.body()).endsWith("y");
    }

    @Test
    void mailBeyondALimitShouldGoAlongAsItCame() {
        RawMail mail = Mails.raw("Subject: many\n" + "X: y\n".repeat(100_000) + "\nbody\n");

        OpenedMail opened = Assertions.assertTimeout(Duration.ofSeconds(10), () -> Mails.open(mail));

        assertThat(opened.isReadable()).isTrue();
        assertThat(opened.body()).isEqualTo("body");
        assertThat(opened.outer().subject().text()).isEqualTo("many");
        assertThat(opened.attachments()).extracting(Attachment::content).containsExactly(mail.content());
    }

    @Test
    void thousandsOfNestedMultipartsShouldGoAlongAsTheyCame() {
        RawMail mail = Mails.raw(MailParserTest.nested(5_000));

        OpenedMail opened = Assertions.assertTimeout(Duration.ofSeconds(10), () -> Mails.open(mail));

        assertThat(opened.isReadable()).isTrue();
        assertThat(opened.attachments()).extracting(Attachment::content).contains(mail.content());
    }

    @Test
    void encryptedMessagesShouldBeOpenedUpToTheirLimit() {
        MailLimits two = new MailLimits(20, 500, 100, 1000, 1000, 1 << 20, 10_000, 2, 5, 3, 1);
        String block = armored("armor-version-comment");

        OpenedMail within = Mails.open(Mails.raw("\n" + block + "\n" + block), two);
        OpenedMail beyond = Mails.open(Mails.raw("\n" + block + "\n" + block + "\n" + block), two);

        assertThat(within.failure()).isEmpty();
        assertThat(within.sections()).hasSize(2).allMatch(Section::encrypted);
        assertThat(beyond.failure()).hasValue(OpeningFailure.LIMIT);
        assertThat(beyond.sections()).filteredOn(Section::encrypted).hasSize(2);
    }

    @Test
    void blocksOfOneTextShouldBeReadUpToTheirLimit() {
        MailLimits two = new MailLimits(20, 500, 100, 1000, 1000, 1 << 20, 10_000, 5, 2, 3, 1);
        String block = armored("armor-version-comment");

        OpenedMail within = Mails.open(Mails.raw("\n" + block + "\n" + block), two);
        OpenedMail beyond = Mails.open(Mails.raw("\n" + block + "\n" + block + "\n" + block), two);

        assertThat(within.sections()).hasSize(2).allMatch(Section::encrypted);
        assertThat(within.body()).doesNotContain("PGP MESSAGE");
        assertThat(beyond.sections()).filteredOn(Section::encrypted).hasSize(2);
        assertThat(beyond.body()).endsWith("-----END PGP MESSAGE-----");
    }

    @Test
    void encryptedPartInsideAnEncryptedMailShouldNotBeOpened() throws IOException {
        String inner = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\noutside\n--b\n"
                + "Content-Type: multipart/encrypted; boundary=c\n\n--c\nContent-Type: application/pgp-encrypted\n\n"
                + "Version: 1\n--c\nContent-Type: application/octet-stream\n\n" + armored("armor-version-comment")
                + "\n--c--\n--b--\n";

        OpenedMail mail = Mails.open(Mails.raw(OpenPgpMails.encrypted(inner)));

        assertThat(mail.failure()).hasValue(OpeningFailure.NESTED_ENCRYPTED);
        assertThat(mail.body()).isEqualTo("outside");
        assertThat(mail.sessionKeyDigests()).hasSize(1);
    }

    @Test
    void armoredBlockInsideAnEncryptedMailShouldStayText() throws IOException {
        String block = armored("armor-version-comment");

        OpenedMail mail = Mails.open(Mails.raw(OpenPgpMails.encrypted("Content-Type: text/plain\n\n" + block + "\n")));

        assertThat(mail.isReadable()).isTrue();
        assertThat(mail.body()).isEqualTo(block);
    }

    @Test
    void encryptedTextWithoutAHeaderShouldBeShown() throws IOException {
        OpenedMail mail = Mails.open(Mails.raw(OpenPgpMails.encrypted("There is a hole\nin your parser.\n")));

        assertThat(mail.body()).isEqualTo("There is a hole\nin your parser.");
        assertThat(mail.sections()).allMatch(Section::encrypted);
    }

    @Test
    void signatureOverCiphertextShouldSayNothingOfTheTextInside() {
        OpenedMail mail = Mails.open(MailCorpus.here().raw("outer-signature-stripped-identity"));

        assertThat(mail.verdicts()).hasSize(2);
        assertThat(mail.sections()).allSatisfy(section -> assertThat(section.verdicts())
                .extracting(verdict -> verdict.state())
                .containsExactly(SignatureState.GOOD));
    }

    @Test
    void bombShouldBeRefusedUnread() throws IOException {
        byte[] bomb = OpenPgpMails.bomb(64 << 20);
        assertThat(bomb.length).isLessThan(128 << 10);

        OpenedMail mail = Mails.open(Mails.raw(bomb));

        assertThat(mail.failure()).hasValue(OpeningFailure.LIMIT);
        assertThat(mail.sections()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void enclosedMailShouldBeAFileWhateverItIs() {
        String signed = new String(
                MailCorpus.here()
                        .bytes(MailCorpus.here()
                                .message("signed-gpg-alice")
                                .get("file")
                                .asText()),
                StandardCharsets.UTF_8);

        OpenedMail mail = Mails.open("Content-Type: message/rfc822\n\n" + signed);

        assertThat(mail.signature()).isEmpty();
        assertThat(mail.sections()).isEmpty();
        assertThat(mail.attachments()).extracting(Attachment::mediaType).containsExactly("message/rfc822");
    }

    @Test
    void opaqueSmimeShouldBeUnsupportedAndCertificatesAloneAFile() {
        String mail = """
                Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m
                Content-Transfer-Encoding: base64

                MIIB
                """;

        assertThat(Mails.open(mail.formatted("signed-data")).failure()).hasValue(OpeningFailure.UNSUPPORTED);
        assertThat(Mails.open(mail.formatted("authEnveloped-data")).encrypted()).isTrue();
        assertThat(Mails.open(mail.formatted("certs-only")).failure()).isEmpty();
    }

    @Test
    void nameThatEndsLikeOpenPgpShouldNotMakeAFileUnreadable() {
        String data = Base64.getEncoder().encodeToString("no OpenPGP at all".getBytes(StandardCharsets.UTF_8));

        OpenedMail mail = Mails.open("Content-Type: application/octet-stream; name=crash.gpg\n"
                + "Content-Transfer-Encoding: base64\n\n" + data);

        assertThat(mail.failure()).isEmpty();
        assertThat(mail.attachments()).extracting(each -> each.name().text()).containsExactly("crash.gpg");
    }

    @Test
    void longEncryptedTextShouldBeOpenedAsAWhole() throws IOException {
        String text = "line of a long report\n".repeat(100_000);

        OpenedMail mail = Mails.open(Mails.raw("Subject: x\n\n" + OpenPgpMails.armored(text)));

        assertThat(mail.failure()).isEmpty();
        assertThat(mail.body()).hasSizeBetween((1 << 20) - 22, 1 << 20).startsWith("line of a long report\n");
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().get(0).encrypted()).isTrue();
        assertThat(mail.attachments().get(0).content().sizeBytes()).isEqualTo(2_200_000);
    }

    @Test
    void textAroundALongEncryptedBlockShouldBeShownApart() throws IOException {
        String text = "line of a long report\n".repeat(60_000);

        OpenedMail mail = Mails.open(Mails.raw("\nHello,\n" + OpenPgpMails.armored(text) + "\nBye\n"));

        assertThat(mail.failure()).isEmpty();
        assertThat(mail.sections()).extracting(Section::encrypted).containsExactly(false, true, false);
        assertThat(mail.body()).startsWith("Hello,\nline of").endsWith("\nBye");
    }

    @Test
    void messageThatIsItsOwnVersionPartShouldBeOpened() {
        OpenedMail mail = Mails.open(
                "Content-Type: application/pgp-encrypted; name=report.txt.asc\n\n" + armored("armor-version-comment"));

        assertThat(mail.failure()).isEmpty();
        assertThat(mail.attachments()).singleElement().satisfies(each -> {
            assertThat(each.name().text()).isEqualTo("report.txt");
            assertThat(each.encrypted()).isTrue();
        });
    }

    @Test
    void fieldsOfAnEncryptedPartBesideOthersShouldNotSpeakForTheMail() throws IOException {
        String message = OpenPgpMails.armored("Subject: inside\nContent-Type: text/plain; hp=cipher\n\ntext");
        String mail = "Subject: outside\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n%s\n"
                + "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n"
                + "--b\nContent-Type: application/octet-stream\n\n" + message + "\n--b--\n";

        assertThat(Mails.open(mail.formatted("")).inner().subject().text()).isEqualTo("inside");
        assertThat(Mails.open(mail.formatted("more")).inner().subject().text()).isEqualTo("outside");
    }

    @Test
    void linesThatRepeatProtectedFieldsShouldNotBeShown() throws IOException {
        String payload = "Subject: inside\nContent-Type: text/plain; hp=cipher; hp-legacy-display=1\n\n"
                + "Subject: inside\n\ntext\n\nmore";

        OpenedMail mail = Mails.open(Mails.raw(OpenPgpMails.encrypted(payload)));

        assertThat(mail.body()).isEqualTo("text\n\nmore");
        assertThat(mail.inner().subject().text()).isEqualTo("inside");
    }

    @Test
    void mistakeOfOursShouldNotCostTheReport() {
        RawMail mail = MailCorpus.here().raw("signed-gpg-alice");
        CertificateDirectory broken = new CertificateDirectory() {
            @Override
            public List<Certificate> withKeyId(long keyId) {
                throw new IllegalStateException();
            }

            @Override
            public List<Certificate> withKey(Fingerprint fingerprint) {
                throw new IllegalStateException();
            }
        };

        OpenedMail opened = Mails.opener().open(mail, MailCorpus.here().keys(), broken, Mails.NOW);

        assertThat(opened.failure()).hasValue(OpeningFailure.MALFORMED);
        assertThat(opened.attachments()).extracting(Attachment::content).containsExactly(mail.content());
    }

    @Test
    void deliveryReportShouldTellWhatBecameOfItsRecipients() {
        OpenedMail mail = Mails.open(DeliveryReportTest.report("delivery-status", "\nAction: failed\nStatus: 5.0.0\n"));

        assertThat(mail.deliveryStatus()).hasSize(1).allMatch(DeliveryStatus::isFailure);
    }

    @Test
    void ownTracesShouldBeCounted() {
        OpenedMail mail = Mails.open("""
                Received: from a by mx.project.example with ESMTP; date
                Received: from by-mx.project.example (by x) by MX.project.example
                 (James) id 1; date
                Received: from mx.project.example by other.example; date
                Received: by mx.project.example.evil

                x""");

        assertThat(mail.ownTraces()).isEqualTo(2);
    }

    @Test
    void fieldsShouldBeTheSameInsideAndOutsideWhereNoneIsProtected() {
        OpenedMail mail = Mails.open("""
                Subject: x
                Content-Type: multipart/mixed; boundary=b

                --b
                Subject: forged
                Content-Type: text/plain; hp=clear

                text
                --b--
                """);

        assertThat(mail.inner()).isEqualTo(mail.outer());
    }

    @Test
    void mailShouldPrintNothingOfItself() {
        OpenedMail mail = Mails.open("Subject: hole\nFrom: bob@reporter.example\n\nhole\n");

        assertThat(mail.toString() + mail.sections() + mail.outer() + mail.envelope())
                .doesNotContain("hole")
                .doesNotContain("reporter.example");
    }

    private static String armored(String id) {
        MailCorpus corpus = MailCorpus.here();
        String mail = new String(corpus.bytes(corpus.message(id).get("file").asText()), StandardCharsets.UTF_8);
        return mail.substring(mail.indexOf("-----BEGIN")).replace("\r\n", "\n").strip();
    }
}
