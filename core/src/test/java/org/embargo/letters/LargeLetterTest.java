package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.letters.SampleLetters.ALICE;
import static org.embargo.letters.SampleLetters.NOW;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.TeamLetter.TeamMail.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of 25 MB on its way to the team: streamed, and whole when it arrives. */
class LargeLetterTest {

    private static final long SIZE = 25L << 20;

    private final Path folder;

    LargeLetterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aLargeOriginalShouldArriveWholeWithoutBeingHeldInMemory() throws Exception {
        LetterWriter writer = new LetterWriter(Templates.shipped(), new SpoolFolder(folder), Randomness.secure());
        OutboxLetter letter = SampleLetters.to(ALICE, SampleLetters.teamMail(Occasion.NEW_REPORT));
        Enclosure report = new Enclosure(SampleLetters.clearMail("Robin", "x", "y"), new Large());

        Content mail = writer.compose(letter, SampleLetters.desk(), NOW, report)
                .encryptFor(SampleLetters.certificate("alice"), letter);

        assertThat(mail.sizeBytes()).isGreaterThan(SIZE * 16 / 9);
        assertThat(digestOfTheOriginalIn(mail)).isEqualTo(digest(new Large().open()));
    }

    private String digestOfTheOriginalIn(Content mail) throws Exception {
        Path file = folder.resolve("mail");
        try (InputStream in = mail.open()) {
            Files.copy(in, file);
        }
        try (Gpg gpg = new Gpg("desk.asc", "alice.secret.asc")) {
            Path clear = gpg.decryptFile(file);
            String payload = Files.readString(clear, StandardCharsets.US_ASCII);
            String head = "filename=\"PYCA-2026-7310.eml\"\r\n\r\n";
            int start = payload.indexOf(head) + head.length();
            String encoded = payload.substring(start, payload.indexOf("\r\n--", start));
            return digest(new ByteArrayInputStream(Base64.getMimeDecoder().decode(encoded)));
        }
    }

    private static String digest(InputStream content) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (DigestInputStream in = new DigestInputStream(content, sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The same noise at each reading, and only as a stream. */
    private static final class Large implements Content {

        @Override
        public InputStream open() {
            Random random = new Random(25);
            return new InputStream() {
                private long left = SIZE;

                @Override
                public int read() {
                    return left-- > 0 ? random.nextInt(256) : -1;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    int count = (int) Math.min(left, length);
                    for (int i = 0; i < count; i++) {
                        bytes[offset + i] = (byte) random.nextInt(256);
                    }
                    left -= count;
                    return count == 0 ? -1 : count;
                }
            };
        }

        @Override
        public long sizeBytes() {
            return SIZE;
        }

        @Override
        public byte[] bytes() {
            throw new AssertionError("a large mail is read into memory at once");
        }
    }
}
