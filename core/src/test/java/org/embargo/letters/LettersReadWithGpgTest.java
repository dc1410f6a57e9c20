package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.letters.SampleLetters.ALICE;
import static org.embargo.letters.SampleLetters.NOW;
import static org.embargo.letters.SampleLetters.REPORTER;
import static org.embargo.letters.SampleLetters.REPORTER_KEY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter.TeamMail.Occasion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out, decrypted and verified by gpg itself. */
class LettersReadWithGpgTest {

    /** By whichever signing key of the desk. */
    private static final Pattern GOOD = Pattern.compile("(?m) VALIDSIG .* 71762096AB68E6B6132DB15C1D1C850276A8E897$");

    private final LetterWriter writer;
    private final Gpg gpg = new Gpg("desk.asc", "alice.secret.asc", "reporter.secret.asc");

    LettersReadWithGpgTest(@TempDir Path folder) throws IOException {
        writer = new LetterWriter(Templates.shipped(), new SpoolFolder(folder), Randomness.secure());
    }

    @AfterEach
    void close() throws IOException {
        gpg.close();
    }

    @Test
    void gpgShouldVerifyALetterInClear() throws Exception {
        Written mail = inClear(SampleLetters.receipt(false, true, Optional.empty()));

        Gpg.Result result = verify(mail);

        assertThat(result.exit()).isZero();
        assertThat(result.status()).containsPattern(GOOD);
        assertThat(mail.field("Content-Type"))
                .matches("multipart/signed; micalg=pgp-sha\\d+; "
                        + "protocol=\"application/pgp-signature\"; boundary=\"[a-z2-7]{26}\"");
    }

    @Test
    void gpgShouldVerifyALetterWithAnAttachment() throws Exception {
        Written mail = inClear(new StrangerLetter.KeyAnswer());

        assertThat(verify(mail).status()).containsPattern(GOOD);
    }

    @Test
    void gpgShouldImportTheCertificateOfTheKeyAnswer() throws Exception {
        Written certificate = inClear(new StrangerLetter.KeyAnswer()).part(0).part(1);

        assertThat(gpg.run(certificate.body().getBytes(StandardCharsets.US_ASCII), "--show-keys", "--with-colons")
                        .text())
                .contains(SampleLetters.deskKeys().certificate().fingerprint().hex());
    }

    @Test
    void gpgShouldReadTheKeyOfTheAutocryptField() throws Exception {
        String value = inClear(new MemberLetter.News()).field("Autocrypt");
        byte[] key = Base64.getDecoder()
                .decode(value.substring(value.indexOf("keydata=") + 8).replaceAll("\\s", ""));

        assertThat(gpg.run(key, "--show-keys", "--with-colons").text())
                .contains(SampleLetters.deskKeys().certificate().fingerprint().hex());
    }

    @Test
    void gpgShouldDecryptAndVerifyAReceipt() throws Exception {
        OutboxLetter letter = SampleLetters.to(REPORTER, SampleLetters.receipt(true, true, Optional.of(REPORTER_KEY)));
        Written mail = Written.of(writer.compose(letter, SampleLetters.desk(), NOW)
                .encryptFor(SampleLetters.certificate("reporter"), letter));

        Gpg.Result result = decrypt(mail);

        assertThat(result.status())
                .containsPattern(GOOD)
                .contains("DECRYPTION_OKAY")
                .contains("GOODMDC");
        assertThat(new Written(result.text()).field("Subject")).isEqualTo("[PYCA-2026-7310] Your report has arrived");
    }

    @Test
    void gpgShouldDecryptAndVerifyTeamMail() throws Exception {
        OutboxLetter letter = SampleLetters.to(ALICE, SampleLetters.teamMail(Occasion.NEW_REPORT));
        Enclosure report = SampleLetters.enclosure(SampleLetters.clearMail("Robin", "Überlauf", "Straße"));
        Written mail = Written.of(writer.compose(letter, SampleLetters.desk(), NOW, report)
                .encryptFor(SampleLetters.certificate("alice"), letter));

        Gpg.Result result = decrypt(mail);

        assertThat(result.status()).containsPattern(GOOD);
        Written payload = new Written(result.text());
        assertThat(payload.part(0).text()).contains("> Stra=C3=9Fe");
        assertThat(new String(Base64.getMimeDecoder().decode(payload.part(1).body()), StandardCharsets.US_ASCII))
                .isEqualTo(SampleLetters.ORIGINAL);
    }

    private Written inClear(Letter letter) throws Exception {
        OutboxLetter outbox = SampleLetters.to(REPORTER, letter);
        return Written.of(writer.compose(outbox, SampleLetters.desk(), NOW).inClear(outbox));
    }

    private Gpg.Result verify(Written mail) throws IOException {
        Path signature = gpg.file("sig", mail.part(1).body().getBytes(StandardCharsets.US_ASCII));
        return gpg.run(mail.part(0).bytes(), "--verify", signature.toString(), "-");
    }

    private Gpg.Result decrypt(Written mail) throws IOException {
        assertThat(mail.part(0).text()).isEqualTo("Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n");
        return gpg.run(mail.part(1).body().getBytes(StandardCharsets.US_ASCII), "--decrypt");
    }
}
