package org.embargo.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutForeignVerdictsTest {
    private static final String FROM = "From: r@finder.example\r\n";
    private static final String REST = "Subject: x\r\n\r\nthe text\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: mx.evil.example; dkim=pass\r\n",
                "AUTHENTICATION-RESULTS:x\r\n",
                "Authentication-Results : x; spf=pass\r\n",
                "Authentication-Results: x;\r\n dkim=pass\r\n\tspf=pass\r\n",
                "Authentication-Results: one\r\nauthentication-results: two\r\n"
            })
    void verdictsOfOthersShouldBeDropped(String verdict) throws IOException {
        assertThat(read(FROM + verdict + REST)).isEqualTo(FROM + REST);
        assertThat(read(verdict + REST)).isEqualTo(REST);
    }

    @Test
    void verdictLongerThanAPieceShouldBeDroppedWhole() throws IOException {
        String line = "Authentication-Results: " + "x".repeat(20_000) + "\r\n " + "y".repeat(20_000) + "\r\n";

        assertThat(read(FROM + line + REST)).isEqualTo(FROM + REST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Authentication-Results: a\r\n",
                "Authentication-Results-Original: a\r\n",
                "Subject: Authentication-Results: a\r\n",
                "X-Folded: a\r\n Authentication-Results: b\r\n",
                "no colon here\r\n",
                "Nul: \0\u00ff\r\n"
            })
    void otherFieldsShouldPassUnchanged(String field) throws IOException {
        assertThat(read(FROM + field + REST)).isEqualTo(FROM + field + REST);
    }

    @Test
    void bodyShouldPassUnchanged() throws IOException {
        String mail = FROM + "\r\nAuthentication-Results: quoted; dkim=pass\r\n bare\nlf and end without line end";

        assertThat(read(mail)).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\n", "From: r", "Authentication-Results", "\r\nbody"})
    void mailWithoutOneFieldShouldPassUnchanged(String mail) throws IOException {
        assertThat(read(mail)).isEqualTo(mail);
    }

    @Test
    void verdictThatEndsTheMailShouldBeDropped() throws IOException {
        assertThat(read(FROM + "Authentication-Results: a")).isEqualTo(FROM);
    }

    @Test
    void singleBytesShouldBeTheSameAsMany() throws IOException {
        StringBuilder single = new StringBuilder();
        try (InputStream in = filtered(FROM + "Authentication-Results: a\r\n" + REST)) {
            for (int read = in.read(); read >= 0; read = in.read()) {
                single.append((char) read);
            }
        }

        assertThat(single).hasToString(FROM + REST);
    }

    private static String read(String mail) throws IOException {
        try (InputStream in = filtered(mail)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static InputStream filtered(String mail) {
        return new WithoutForeignVerdicts(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
