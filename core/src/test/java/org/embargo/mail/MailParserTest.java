package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.embargo.content.Content;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Structure and the limits on it, each from both sides. */
final class MailParserTest {

    private static final MailLimits SMALL = new MailLimits(3, 5, 10, 100, 200, 1_000, 100, 2, 2, 3, 1);

    @Test
    void multipartShouldBeCutIntoItsParts() throws IOException {
        ParsedMail mail = parse(MailLimits.DEFAULT, multipart("mixed", "one", "two"));

        assertThat(mail.complete()).isTrue();
        assertThat(mail.root().parts()).extracting(MailParserTest::text).containsExactly("one", "two");
    }

    @Test
    void enclosedMailShouldStayWhole() throws IOException {
        ParsedMail mail = parse(MailLimits.DEFAULT, """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822

                Subject: inner

                text
                --b--
                """);

        Part enclosed = mail.root().parts().get(0);
        assertThat(enclosed.parts()).isEmpty();
        assertThat(text(enclosed)).isEqualTo("Subject: inner\r\n\r\ntext");
    }

    @Test
    void signedPartShouldKeepItsBytes() throws IOException {
        String signed = "Content-Type:  text/plain\nX-Odd :  1\n\ntrailing  \nQ=3D\n";

        ParsedMail mail = parse(
                MailLimits.DEFAULT,
                "Content-Type: multipart/signed; boundary=b\n\nthis is MIME\n--b\n" + signed
                        + "\n--b\nContent-Type: application/pgp-signature\n\nsignature\n--b--\n");

        Content raw = mail.root().parts().get(0).raw().orElseThrow();
        assertThat(new String(raw.bytes(), StandardCharsets.US_ASCII)).isEqualTo(signed.replace("\n", "\r\n"));
    }

    @Test
    void multipartWithoutBoundaryShouldBeReadAsFarAsItGoes() throws IOException {
        ParsedMail mail = parse(MailLimits.DEFAULT, "Content-Type: multipart/mixed\n\ntext\n");

        assertThat(text(mail.root())).contains("text");
    }

    @Test
    void emptyMailShouldBeOneEmptyPart() throws IOException {
        ParsedMail mail = parse(MailLimits.DEFAULT, "");

        assertThat(mail.root().content().sizeBytes()).isZero();
        assertThat(mail.root().mediaType()).isEqualTo("text/plain");
    }

    @Test
    void nestingShouldBeFollowedToItsLimitOnly() throws IOException {
        ParsedMail within = parse(SMALL, nested(2));
        ParsedMail beyond = parse(SMALL, nested(3));

        assertThat(within.complete()).isTrue();
        assertThat(beyond.complete()).isFalse();
    }

    @Test
    void nestingOfSignedPartsShouldCountLikeAnyOther() throws IOException {
        UnaryOperator<String> signed = inner -> "Content-Type: multipart/signed; boundary=b" + inner.length()
                + "\n\n--b" + inner.length() + "\n" + inner + "\n--b" + inner.length() + "--\n";

        ParsedMail within = parse(SMALL, signed.apply(signed.apply("\ntext")));
        ParsedMail beyond = parse(SMALL, signed.apply(signed.apply(signed.apply("\ntext"))));

        assertThat(within.complete()).isTrue();
        assertThat(beyond.complete()).isFalse();
    }

    @Test
    void partsShouldBeReadUpToTheirLimitOnly() throws IOException {
        ParsedMail within = parse(SMALL, multipart("mixed", "1", "2", "3", "4"));
        ParsedMail beyond = parse(SMALL, multipart("mixed", "1", "2", "3", "4", "5"));

        assertThat(within.complete()).isTrue();
        assertThat(beyond.complete()).isFalse();
        assertThat(beyond.root().parts()).hasSize(4);
    }

    @Test
    void fieldsShouldBeReadUpToTheirLimitOnly() throws IOException {
        ParsedMail within = parse(SMALL, "X: 1\n".repeat(10) + "\ntext");
        ParsedMail beyond = parse(SMALL, "X: 1\n".repeat(11) + "\ntext");

        assertThat(within.complete()).isTrue();
        assertThat(beyond.complete()).isFalse();
        assertThat(beyond.root().header().fields()).hasSize(10);
        assertThat(text(beyond.root())).isEqualTo("text");
    }

    @Test
    void fieldShouldBeCutAtItsLimit() throws IOException {
        Allowance within = new Allowance(SMALL, Mails.SPOOLS);
        Allowance beyond = new Allowance(SMALL, Mails.SPOOLS);

        parse(within, "X: " + "a".repeat(95) + "\n\ntext");
        ParsedMail cut = parse(beyond, "X: " + "a".repeat(50) + "\n " + "b".repeat(50) + "\n\ntext");

        assertThat(within.isExceeded()).isFalse();
        assertThat(beyond.isExceeded()).isTrue();
        assertThat(cut.root().header().first("x")).hasValue("a".repeat(50));
        assertThat(text(cut.root())).isEqualTo("text");
    }

    @Test
    void headerLineShouldBeCutAtItsLimit() throws IOException {
        MailLimits longFields = new MailLimits(3, 5, 10, 1_000, 200, 1_000, 100, 2, 2, 3, 1);
        Allowance within = new Allowance(longFields, Mails.SPOOLS);
        Allowance beyond = new Allowance(longFields, Mails.SPOOLS);

        ParsedMail whole = parse(within, "Subject: s\nX: " + "a".repeat(195) + "\n\ntext");
        ParsedMail cut = parse(beyond, "Subject: s\nX: " + "a".repeat(196) + "\n\ntext");

        assertThat(within.isExceeded()).isFalse();
        assertThat(whole.root().header().first("x")).hasValue("a".repeat(195));
        assertThat(beyond.isExceeded()).isTrue();
        assertThat(cut.root().header().first("x")).hasValue("a".repeat(195));
        assertThat(text(cut.root())).isEqualTo("text");
    }

    @Test
    void headerLineOfAPartBeyondItsLimitShouldEndTheReading() throws IOException {
        ParsedMail within =
                parse(SMALL, multipart("mixed", "one").replace("--b\n\n", "--b\nX: " + "a".repeat(190) + "\n\n"));
        ParsedMail beyond = parse(
                SMALL, multipart("mixed", "one", "two").replace("\n\ntwo", "\nX: " + "a".repeat(300) + "\n\ntwo"));

        assertThat(within.complete()).isTrue();
        assertThat(beyond.complete()).isFalse();
        assertThat(text(beyond.root().parts().get(0))).isEqualTo("one");
    }

    @Test
    void bodyLineMayBeAsLongAsItLikes() throws IOException {
        ParsedMail mail = parse(SMALL, multipart("mixed", "a".repeat(900)));

        assertThat(mail.complete()).isTrue();
        assertThat(text(mail.root().parts().get(0))).hasSize(900);
    }

    @Test
    void decodedBytesShouldBeBounded() throws IOException {
        ParsedMail within = parse(SMALL, multipart("mixed", "a".repeat(500), "a".repeat(500)));
        ParsedMail beyond = parse(SMALL, multipart("mixed", "a".repeat(500), "a".repeat(501)));

        assertThat(within.complete()).isTrue();
        assertThat(beyond.complete()).isFalse();
        assertThat(text(beyond.root().parts().get(0))).hasSize(500);
    }

    @Test
    void thousandsOfNestedMultipartsShouldNeitherOverflowNorBeSlow() {
        ParsedMail mail =
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> parse(MailLimits.DEFAULT, nested(5_000)));

        assertThat(mail.complete()).isFalse();
    }

    @Test
    void hundredThousandFieldsShouldNotBeSlow() {
        ParsedMail mail = Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> parse(MailLimits.DEFAULT, "X-Many: 1\n".repeat(100_000) + "\ntext"));

        assertThat(mail.complete()).isFalse();
        assertThat(text(mail.root())).isEqualTo("text");
    }

    static String multipart(String subtype, String... texts) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/" + subtype + "; boundary=b\n\n");
        for (String text : texts) {
            mail.append("--b\n\n").append(text).append('\n');
        }
        return mail.append("--b--\n").toString();
    }

    static String nested(int levels) {
        StringBuilder mail = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + level + "\n\n--b" + level + "\n");
        }
        return mail.append("\ntext\n").toString();
    }

    private static ParsedMail parse(MailLimits limits, String mail) throws IOException {
        return parse(new Allowance(limits, Mails.SPOOLS), mail);
    }

    private static ParsedMail parse(Allowance allowance, String mail) throws IOException {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MailParser(allowance).parse(Content.of(bytes), 0);
    }

    private static String text(Part part) {
        try {
            return new String(part.content().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
