package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.embargo.model.Address;
import org.embargo.model.MessageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\rBcc: a", "x\0"})
    void valuesThatWouldStartAFieldShouldBeRefused(String value) {
        MailHeaders headers = new MailHeaders();

        assertThatIllegalArgumentException().isThrownBy(() -> headers.field("Subject", value));
        assertThatIllegalArgumentException().isThrownBy(() -> headers.text("Subject", value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> headers.mailbox("From", value, new Address("a@example.org")));
        assertThat(headers.bytes()).isEmpty();
    }

    @Test
    void namesThatAreNoneShouldBeRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailHeaders().field("To: x", "y"));
    }

    @Test
    void valuesBeyondAsciiShouldBeRefusedWhereTheyAreNotEncoded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailHeaders().field("Reply-To", "ä@example.org"));
    }

    @Test
    void textBeyondAsciiShouldBeEncodedInWordsThatFit() {
        String text = written(new MailHeaders()
                .text("Subject", "Überlauf \uD83D\uDE00 ".repeat(20).strip()));

        assertThat(text.lines()).hasSizeGreaterThan(3).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(78));
        assertThat(text).startsWith("Subject: =?UTF-8?B?").isASCII();
        assertThat(decoded(text)).isEqualTo("Überlauf \uD83D\uDE00 ".repeat(20).strip());
    }

    @Test
    void textThatLooksEncodedShouldStayWhatItIs() {
        String text = written(new MailHeaders().text("Subject", "=?UTF-8?Q?harmless?="));

        assertThat(decoded(text)).isEqualTo("=?UTF-8?Q?harmless?=");
    }

    @Test
    void displayNamesShouldBeQuoted() {
        assertThat(written(new MailHeaders()
                        .mailbox("From", "a \"b\\\", <evil@example.org> security", new Address("s@example.org"))))
                .isEqualTo("From: \"a \\\"b\\\\\\\", <evil@example.org> security\" <s@example.org>\r\n");
    }

    @Test
    void longThreadsShouldKeepTheirFirstAndNewestIds() {
        List<MessageId> ids = IntStream.range(0, 500)
                .mapToObj(i -> new MessageId("<" + i + "@example.org>"))
                .toList();

        String text = written(new MailHeaders().ids("References", ids));

        assertThat(text).contains("<0@example.org>", "<499@example.org>").doesNotContain("<200@example.org>");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void longIdsShouldStandOnALineOfTheirOwn() {
        MessageId id = new MessageId("<" + "x".repeat(980) + "@e.org>");

        assertThat(written(new MailHeaders().ids("In-Reply-To", List.of(id))).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
    }

    @Test
    void datesShouldBeInUtc() {
        assertThat(written(new MailHeaders().date(Instant.parse("2026-11-02T03:04:05.6Z"))))
                .isEqualTo("Date: Mon, 2 Nov 2026 03:04:05 +0000\r\n");
    }

    @Test
    void outerFieldsShouldBeRepeatedInside() {
        MailHeaders outer = new MailHeaders().field("Subject", "[...]");

        assertThat(written(new MailHeaders().outer(outer))).isEqualTo("HP-Outer: Subject: [...]\r\n");
    }

    @Property(tries = 500)
    void anyTextShouldBeOneFieldThatReadsTheSame(@ForAll @StringLength(min = 1, max = 200) String any) {
        String text = VisibleText.value(any);
        if (!text.isEmpty()) {
            String field = written(new MailHeaders().text("Subject", text));

            assertThat(field).isASCII().matches("(?s)Subject:( .*|\r\n .*)\r\n");
            assertThat(field.lines().skip(1)).allMatch(line -> line.startsWith(" ") && !line.isBlank());
            assertThat(decoded(field)).isEqualTo(text);
        }
    }

    private static String written(MailHeaders headers) {
        return new String(headers.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String field) {
        String value =
                field.substring(field.indexOf(':') + 1).replace("\r\n", "").strip();
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    }
}
