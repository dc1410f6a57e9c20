package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.embargo.content.Content;
import org.embargo.model.Address;
import org.embargo.model.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldReaderTest {

    private static final MailLimits FEW_RECIPIENTS =
            new MailLimits(20, 500, 2_000, 1 << 15, 1 << 16, 1 << 20, 1000, 2, 2, 3, 1);

    @Test
    void fieldsShouldBeDecoded() throws IOException {
        MailFields fields = read("""
                From: =?UTF-8?Q?J=C3=B6rg?= <joerg@reporter.example>
                To: security@project.example, Team <team@project.example>
                Cc: cc@project.example
                Subject: =?iso-8859-1?Q?L=FCcke?= im
                 Parser
                Date: Thu, 12 Feb 2026 10:30:00 +0100
                Message-ID: <a@b>
                In-Reply-To: <c@d>
                References: <e@f> <c@d>
                Auto-Submitted: (robot) Auto-Replied; owner=x
                """);

        assertThat(fields.author()).map(author -> author.name().text()).hasValue("Jörg");
        assertThat(fields.author()).map(Mailbox::address).hasValue(new Address("joerg@reporter.example"));
        assertThat(fields.recipients()).hasSize(3);
        assertThat(fields.subject().text()).isEqualTo("Lücke im Parser");
        assertThat(fields.date()).hasValue(Instant.parse("2026-02-12T09:30:00Z"));
        assertThat(fields.messageId()).hasValue(new MessageId("<a@b>"));
        assertThat(fields.inReplyTo()).containsExactly(new MessageId("<c@d>"));
        assertThat(fields.references()).containsExactly(new MessageId("<e@f>"), new MessageId("<c@d>"));
        assertThat(fields.autoSubmitted()).hasValue("auto-replied");
        assertThat(fields.isBulk()).isFalse();
    }

    @Test
    void rawUtf8AndLatin1InAHeaderShouldBeRead() throws IOException {
        byte[] latin1 = "Subject: Lücke\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read("Subject: Lücke\n").subject().text()).isEqualTo("Lücke");
        assertThat(read(latin1).subject().text()).isEqualTo("Lücke");
    }

    @Test
    void subjectShouldStayOnOneLine() throws IOException {
        MailFields fields = read("Subject: =?UTF-8?Q?a=0D=0ABcc:_x=00y?=\n");

        assertThat(fields.subject().text()).isEqualTo("a Bcc: x y");
    }

    @Test
    void authorShouldBeMissingWhenThereIsNotExactlyOne() throws IOException {
        assertThat(read("Subject: x\n").author()).isEmpty();
        assertThat(read("From: a@a.example, b@b.example\n").author()).isEmpty();
        assertThat(read("From: a@a.example\nFrom: b@b.example\n").author()).isEmpty();
        assertThat(read("From: broken\n").author()).isEmpty();
        assertThat(read("From: team: a@a.example, b@b.example;\n").author()).isEmpty();
    }

    @Test
    void authorsShouldBothBeNamedWhenThereAreTwo() throws IOException {
        MailFields fields = read("From: a@a.example, b@b.example\n");

        assertThat(fields.from())
                .extracting(Mailbox::address)
                .containsExactly(new Address("a@a.example"), new Address("b@b.example"));
        assertThat(fields.fromIsSingle()).isFalse();
    }

    @Test
    void authorShouldBeDoubtedWhenFieldsWereLeftOut() throws IOException {
        MailFields fields = read("From: a@a.example\n" + "X: y\n".repeat(2_000) + "From: b@b.example\n");

        assertThat(fields.author()).isEmpty();
    }

    @Test
    void listAndBulkMailShouldBeSeen() throws IOException {
        assertThat(read("List-Id: <x.example>\n").isBulk()).isTrue();
        assertThat(read("Precedence: bulk\n").isBulk()).isTrue();
        assertThat(read("Precedence: first-class\n").isBulk()).isFalse();
    }

    @Test
    void recipientsAndIdsShouldBeBounded() throws IOException {
        FieldReader reader = new FieldReader(FEW_RECIPIENTS);
        String four = "To: a@a.example, b@a.example, c@a.example, d@a.example\nReferences: <a@a> <b@a> <c@a> <d@a>\n";

        MailFields fields = reader.read(header(four.getBytes(StandardCharsets.UTF_8)));

        assertThat(fields.recipients()).hasSize(3);
        assertThat(fields.references()).hasSize(3);
        assertThat(read(four).recipients()).hasSize(4);
        assertThat(read(four).references()).hasSize(4);
    }

    @Test
    void unreadableDateShouldBeMissing() throws IOException {
        assertThat(read("Date: tomorrow\n").date()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "<", "\"", "\\", "a:", "=?", "=?utf-8?Q?a", "[", "@", ",", ";a=", "a@b ", "*0*=%"})
    void fieldOfOneThingOverAndOverShouldNeitherOverflowNorBeSlow(String thing) {
        String value = thing.repeat(16_000 / thing.length());
        List<String> names = List.of(
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "References",
                "Auto-Submitted",
                "Content-Type",
                "Content-Disposition");
        String header = names.stream().map(name -> name + ": " + value + "\n").collect(Collectors.joining());

        assertTimeout(Duration.ofSeconds(10), () -> read(header));
    }

    static MailFields read(String fields) throws IOException {
        return read((fields + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MailFields read(byte[] mail) throws IOException {
        return new FieldReader(MailLimits.DEFAULT).read(header(mail));
    }

    private static PartHeader header(byte[] mail) throws IOException {
        Allowance allowance = new Allowance(MailLimits.DEFAULT, Mails.SPOOLS);
        return new MailParser(allowance).parse(Content.of(mail), 0).root().header();
    }
}
