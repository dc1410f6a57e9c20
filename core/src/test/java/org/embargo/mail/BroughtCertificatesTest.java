package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.embargo.mail.BroughtCertificate.Origin;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.SignatureState;
import org.junit.jupiter.api.Test;

/** Certificates that come with a mail: found, and never believed. */
final class BroughtCertificatesTest {

    private static final MailCorpus CORPUS = MailCorpus.here();
    private static final Fingerprint MALLORY = new Fingerprint(CORPUS.fingerprint("mallory"));
    private static final String KEY =
            new String(CORPUS.bytes("keys/unregistered/mallory.asc"), StandardCharsets.US_ASCII);
    private static final String KEYDATA = Base64.getEncoder()
            .encodeToString(CORPUS.certificate("keys/unregistered/mallory.asc").binary());

    @Test
    void certificatesShouldBeFoundInTextFileAndAutocryptHeader() {
        assertThat(Mails.open("\nmy key:\n" + KEY + "\nbye").certificates())
                .extracting(BroughtCertificate::origin)
                .containsExactly(Origin.ATTACHED_IN_CLEAR);
        assertThat(Mails.open("Content-Type: application/pgp-keys\n\n" + KEY).certificates())
                .extracting(BroughtCertificate::origin)
                .containsExactly(Origin.ATTACHED_IN_CLEAR);
        assertThat(Mails.open("Content-Type: application/octet-stream; name=key.asc\n\n" + KEY)
                        .certificates())
                .extracting(BroughtCertificate::origin)
                .containsExactly(Origin.ATTACHED_IN_CLEAR);
        assertThat(Mails.open(autocrypt("mallory@attacker.example", "mallory@attacker.example"))
                        .certificates())
                .extracting(BroughtCertificate::origin)
                .containsExactly(Origin.AUTOCRYPT);
    }

    @Test
    void certificateInsideEncryptionShouldCountAsSuch() throws IOException {
        OpenedMail mail = Mails.open(Mails.raw(OpenPgpMails.encrypted("Content-Type: application/pgp-keys\n\n" + KEY)));

        assertThat(mail.certificates())
                .extracting(BroughtCertificate::origin)
                .containsExactly(Origin.INSIDE_ENCRYPTION);
        assertThat(mail.certificates()).noneMatch(BroughtCertificate::verifiesSignature);
    }

    @Test
    void autocryptShouldCountForTheOneAuthorOnly() {
        assertThat(Mails.open(autocrypt("mallory@attacker.example", "other@attacker.example"))
                        .certificates())
                .isEmpty();
        assertThat(Mails.open(autocrypt("mallory@attacker.example, b@x.example", "mallory@attacker.example"))
                        .certificates())
                .isEmpty();
        assertThat(Mails.open("Autocrypt: addr=mallory@attacker.example; critical=1; keydata=" + folded() + "\n"
                                + "From: mallory@attacker.example\n\ntext")
                        .certificates())
                .isEmpty();
        assertThat(Mails.open(autocrypt("mallory@attacker.example", "mallory@attacker.example")
                                .replaceFirst("\n\n", "\nContent-Type: multipart/report; boundary=b\n\n"))
                        .certificates())
                .isEmpty();
    }

    @Test
    void twoAutocryptHeadersShouldCancelOut() {
        String header = "Autocrypt: addr=mallory@attacker.example; keydata=" + folded() + "\n";

        assertThat(Mails.open(header + header + "From: mallory@attacker.example\n\ntext")
                        .certificates())
                .isEmpty();
    }

    @Test
    void signatureByABroughtKeyShouldStayUnknown() {
        String signed = new String(
                        CORPUS.bytes(CORPUS.message("inline-clearsign-unknown")
                                .get("file")
                                .asText()),
                        StandardCharsets.UTF_8)
                .replace("\r\n", "\n");

        OpenedMail mail = Mails.open("Autocrypt: addr=mallory@attacker.example; keydata=" + folded() + "\n" + signed);

        assertThat(mail.signature()).hasValue(SignatureState.UNKNOWN_KEY);
        assertThat(mail.certificates()).singleElement().satisfies(brought -> {
            assertThat(brought.certificate().fingerprint()).isEqualTo(MALLORY);
            assertThat(brought.verifiesSignature()).isTrue();
        });
    }

    @Test
    void certificatesShouldBeBounded() {
        MailLimits one = new MailLimits(20, 500, 100, 1000, 1000, 1 << 20, 100_000, 2, 5, 3, 1);
        String other = new String(CORPUS.bytes("keys/unregistered/impostor.asc"), StandardCharsets.US_ASCII);

        assertThat(Mails.open(Mails.raw("\n" + KEY + "\n" + other), one).certificates())
                .hasSize(1);
        assertThat(Mails.open("\n" + KEY + "\n" + other).certificates()).hasSize(2);
    }

    private static String autocrypt(String from, String address) {
        return "Autocrypt: addr=" + address + "; prefer-encrypt=mutual; _x=y; keydata=" + folded() + "\nFrom: " + from
                + "\n\ntext";
    }

    private static String folded() {
        return "\n " + KEYDATA.replaceAll("(.{70})", "$1\n ");
    }
}
