package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.model.Address;
import org.embargo.openpgp.Encryptor;
import org.embargo.openpgp.UnusableCertificateException;
import org.junit.jupiter.api.Test;

/** A large encrypted report passes through files, not through the heap. */
final class LargeReportTest {

    private static final int ATTACHED_BYTES = 17 << 20;
    private static final long HEAP_BOUND_BYTES = 64L << 20;

    @Test
    void largeEncryptedReportShouldNeedLittleHeap() throws Exception {
        RawMail mail = mail(encrypted(entity()));
        assertThat(mail.content().sizeBytes()).isGreaterThan(25 << 20);

        HeapWatch watch = new HeapWatch();

        OpenedMail opened = Mails.open(mail);

        long growthBytes = watch.growthBytes();
        assertThat(opened.failure()).isEmpty();
        assertThat(opened.body()).isEqualTo("see the attachment");
        assertThat(opened.attachments())
                .extracting(each -> each.content().sizeBytes())
                .containsExactly((long) ATTACHED_BYTES);
        assertThat(growthBytes).isLessThan(HEAP_BOUND_BYTES);
    }

    private static RawMail mail(Content message) throws IOException {
        try (Spool mail = Mails.SPOOLS.spool(Long.MAX_VALUE);
                InputStream in = message.open()) {
            write(mail, "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n");
            write(mail, "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n");
            write(mail, "--b\nContent-Type: application/octet-stream\n\n");
            in.transferTo(mail);
            write(mail, "\n--b--\n");
            return Mails.raw(mail.finish(), Optional.of(new Address("bob@reporter.example")));
        }
    }

    private static Content encrypted(Content content) throws IOException, UnusableCertificateException {
        try (Spool message = Mails.SPOOLS.spool(Long.MAX_VALUE)) {
            new Encryptor()
                    .encrypt(
                            content,
                            MailCorpus.here().certificate("keys/project-public/project-ecc.asc"),
                            Mails.NOW,
                            message);
            return message.finish();
        }
    }

    private static Content entity() throws IOException {
        Random random = new Random(1);
        byte[] line = new byte[57];
        try (Spool entity = Mails.SPOOLS.spool(Long.MAX_VALUE)) {
            BufferedOutputStream out = new BufferedOutputStream(entity, 1 << 16);
            write(out, "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nsee the attachment\n");
            write(out, "--c\nContent-Type: application/octet-stream; name=core\nContent-Transfer-Encoding: base64\n\n");
            for (int left = ATTACHED_BYTES; left > 0; left -= line.length) {
                random.nextBytes(line);
                byte[] part = Arrays.copyOf(line, Math.min(left, line.length));
                write(out, Base64.getEncoder().encodeToString(part) + "\n");
            }
            write(out, "--c--\n");
            out.flush();
            return entity.finish();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
