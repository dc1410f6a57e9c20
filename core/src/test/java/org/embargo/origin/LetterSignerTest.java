package org.embargo.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.embargo.content.Content;
import org.embargo.mail.Origin.Dkim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterSignerTest {

    private static final String LETTER = Judging.MAIL.replace("the words\r\n", "two  words \r\n\r\n.\r\n\r\n\r\n");
    private static final String NOTICE =
            "From: Desk <security@reporter.example>\r\nTo: vendor@vendor.example\r\nSubject: [...]\r\n\r\nbody\r\n";

    @TempDir
    Path folder;

    private final NameServer server = NameServer.start();
    private LetterSigner signer;

    @BeforeEach
    void open() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair key = generator.generateKeyPair();
        Path file = folder.resolve("dkim.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(key.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        server.text(
                "mail._domainkey.reporter.example",
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
        signer = LetterSigner.read(file, "mail", "reporter.example");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signatureShouldHoldAndTheLetterBeUntouched() throws IOException {
        String signed = sign(LETTER);

        assertThat(signed).startsWith("DKIM-Signature:").endsWith("\r\n" + LETTER);
        assertThat(signed.lines()).allMatch(line -> line.length() < 998);
        assertThat(new Judging(folder, server).of(signed).dkim()).isEqualTo(Dkim.PASS);
    }

    @Test
    void changedOrAddedFieldShouldBreakIt() throws IOException {
        Judging judging = new Judging(folder, server);
        String signed = sign(LETTER);

        assertThat(judging.of(signed.replace("overflow", "other")).dkim()).isEqualTo(Dkim.FAIL);
        assertThat(judging.of("From: eve@evil.example\r\n" + signed).dkim()).isEqualTo(Dkim.FAIL);
        assertThat(judging.of("Reply-To: eve@evil.example\r\n" + signed).dkim()).isEqualTo(Dkim.FAIL);
    }

    @Test
    void signatureShouldTellNothingOfTheLetter() throws IOException {
        assertThat(tags(sign(LETTER))).isEqualTo(tags(sign(NOTICE)));
    }

    @Test
    void fileWithoutAKeyShouldBeRefusedWithoutItsWords() throws IOException {
        Path file = folder.resolve("none.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nhush\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> LetterSigner.read(file, "mail", "reporter.example"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.pem")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }

    private String sign(String letter) throws IOException {
        Content signed = signer.sign(Content.of(letter.getBytes(StandardCharsets.UTF_8)));
        assertThat(signed.sizeBytes()).isEqualTo(signed.bytes().length);
        return new String(signed.bytes(), StandardCharsets.UTF_8);
    }

    /** The signature without its two values. */
    private static String tags(String mail) {
        return mail.substring(0, mail.indexOf("From:")).replaceAll("\\b(bh?)=[^;]*", "$1=");
    }
}
