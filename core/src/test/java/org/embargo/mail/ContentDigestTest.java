package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.embargo.content.Content;
import org.junit.jupiter.api.Test;

final class ContentDigestTest {

    private static final String FIELDS = "From: a@a.example\nDate: Thu, 12 Feb 2026 10:30:00 +0100\nSubject: x\n";
    private static final String MAIL = FIELDS + "\nbody\n\nmore\n";

    @Test
    void digestShouldNotDependOnTraceFieldsOrTheirOrder() throws IOException {
        String again = """
                Return-Path: <a@a.example>
                Received: by x
                Delivered-To: y
                Subject: x
                Authentication-Results: z
                Date: Thu, 12 Feb 2026 10:30:00 +0100
                From: a@a.example
                Message-ID: <other@x>

                body

                more
                """;

        assertThat(digest(again)).isEqualTo(digest(MAIL));
    }

    @Test
    void digestShouldNotDependOnFolding() throws IOException {
        assertThat(digest(MAIL.replace("Feb 2026 10:30", "Feb 2026\n 10:30"))).isEqualTo(digest(MAIL));
    }

    @Test
    void digestShouldDependOnAuthorDateSubjectAndBody() throws IOException {
        assertThat(digest(MAIL.replace("a@a", "b@a"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(MAIL.replace("12 Feb", "13 Feb"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(MAIL.replace("Subject: x", "Subject: y"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(MAIL.replace("more", "less"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(MAIL + "\n")).isNotEqualTo(digest(MAIL));
    }

    @Test
    void digestShouldTellAHeaderFromABody() throws IOException {
        assertThat(digest(FIELDS + "\nSubject: y\n")).isNotEqualTo(digest(FIELDS + "Subject: y\n\n"));
    }

    private static String digest(String text) throws IOException {
        Content mail = Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        Allowance allowance = new Allowance(MailLimits.DEFAULT, Mails.SPOOLS);
        return ContentDigest.of(
                mail, new MailParser(allowance).parse(mail, 0).root().header());
    }
}
