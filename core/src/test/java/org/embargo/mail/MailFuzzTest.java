package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.hostile.Seeds;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of a mail from outside, without the net that {@link MailOpener} spreads below mistakes. As ordinary tests
 * these take the corpus and some mutants of it; CONTRIBUTING.md says how to let them search.
 */
class MailFuzzTest {

    static Stream<byte[]> mails() {
        return Seeds.withMutants(Seeds.mails());
    }

    @MethodSource("mails")
    @FuzzTest
    void anyMailShouldBeOpened(byte[] input) throws IOException {
        MailCorpus corpus = MailCorpus.here();

        OpenedMail opened = Mails.opener().read(Mails.raw(input), corpus.keys(), corpus.registered(), Mails.NOW);

        assertThat(opened.contentDigest()).hasSize(64);
        assertThat(opened.outer().subject().text()).doesNotContain("\r", "\n");
        assertThat(opened.inner().subject().text()).doesNotContain("\r", "\n");
        opened.attachments()
                .forEach(file -> assertThat(file.name().text()).doesNotContain("/", "\\", "\r", "\n", "\0"));
        assertThat(AutomaticMail.is(opened)).isIn(true, false);
        CreditLine.in(opened).ifPresent(line -> assertThat(line).doesNotContain("\r", "\n"));
    }

    static Stream<byte[]> bounces() {
        return Seeds.withMutants(Seeds.of(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nfailed\r\n"
                        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
                        + "Final-Recipient: rfc822; rita@reporter.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                        + "Final-Recipient: rfc822; bob@reporter.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n--b\r\n"
                        + "Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\n--b--\r\n",
                "Content-Type: multipart/report; report-type=\"delivery-status\"; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + "RmluYWwtUmVjaXBpZW50OiByZmM4MjI7IGEKQWN0aW9uOiBmYWlsZWQ=\r\n--b--\r\n"));
    }

    @MethodSource("bounces")
    @FuzzTest
    void anyDeliveryReportShouldBeRead(byte[] input) throws IOException {
        MailCorpus corpus = MailCorpus.here();

        OpenedMail opened = Mails.opener().read(Mails.raw(input), corpus.keys(), corpus.registered(), Mails.NOW);

        opened.deliveryStatus().forEach(status -> assertThat(status.toString()).isNotEmpty());
    }

    static Stream<byte[]> texts() {
        return Seeds.withMutants(Seeds.of(
                "<html><body><p>one<br>two</p><table><tr><td>x</td></tr></table><a href=\"http://e.example\">y</a>",
                "<pre>\n--- PYCA-2026-7310: write above this line ---\n/publish\n</pre><style>x{}</style>&#8238;",
                "../../etc/passwd",
                "credit: Rita\ncredit: none\n> credit: x",
                "=?utf-8?B?4oCu?= =?iso-2022-jp?Q?=1B$B?= =?x?y?z?="));
    }

    @MethodSource("texts")
    @FuzzTest
    void anyTextShouldBeReadInEveryRole(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);

        assertThat(HtmlText.of(text)).isNotNull();
        assertThat(FileName.of(Optional.of(text))).doesNotContain("/", "\\", "\n", "\r");
        CreditLine.in(text).ifPresent(line -> assertThat(line).doesNotContain("\n"));
        assertThat(EncodedWords.decode(text)).isNotNull();
        assertThat(Charsets.named(text)).isNotNull();
        assertThat(Charsets.guess(input)).isNotNull();
    }
}
