package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.embargo.mail.OpenPgpMails;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much of the heap a mail needs at once, from the sealing to the last letter that follows: processes that have what is
 * in use when nothing is to be done, and no more than a mail's share besides, and end where that is not enough. With
 * {@code -Dembargo.mutants=10000} many mails.
 */
class MailMemoryTest {

    private static final int MUTANTS = Integer.getInteger("embargo.mutants", 0);
    private static final long SHARE_BYTES = 64L << 20;
    private static final int PACKED_MESSAGES = 2;
    private static final int PACKED_PARTS = 48;
    private static final int PART_BYTES = 1_000_000;
    private static final int LARGEST_BYTES = 40 << 20;
    private static final int LINE_BYTES = 57;

    @TempDir
    private static Path folder;

    private static long idleBytes;

    @BeforeAll
    static void measureIdle() throws Exception {
        Path used = folder.resolve("used");
        assertThat(run("idle", List.of(), used, 0, List.of())).isZero();
        idleBytes = Long.parseLong(Files.readString(used));
    }

    @Test
    @EnabledIfSystemProperty(named = "embargo.mutants", matches = "\\d+", disabledReason = "-Dembargo.mutants=10000")
    void mutantsShouldFitIntoTheShareOfAMail() throws Exception {
        assertThat(runBounded("mutants", MUTANTS, List.of())).isZero();
    }

    @Test
    void mailsAsLargeAsAreTakenOrOpenedShouldFitIntoTheShareOfAMail() throws Exception {
        assertThat(runBounded("large", 0, List.of(largest(), packed()))).isZero();
    }

    private static int runBounded(String home, int mutants, List<Path> mails) throws IOException, InterruptedException {
        String bound = "-Xmx" + ((idleBytes + SHARE_BYTES) >> 10) + "k";
        return run(home, List.of(bound), folder.resolve(home + "-used"), mutants, mails);
    }

    private static int run(String home, List<String> options, Path used, int mutants, List<Path> mails)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // one collector whose heap has no parts that stay empty, and an end at whatever thread wants too much
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmn8m", "-XX:+ExitOnOutOfMemoryError"));
        // what may be given up at any time is not in use
        command.add("-XX:SoftRefLRUPolicyMSPerMB=0");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HeapRun.class.getName()));
        command.addAll(List.of(folder.resolve(home).toString(), used.toString(), Integer.toString(mutants)));
        mails.forEach(mail -> command.add(mail.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** One file as large as mail is taken. */
    private static Path largest() throws IOException {
        Path mail = folder.resolve("largest.eml");
        Random random = new Random(1);
        byte[] line = new byte[LINE_BYTES];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mail))) {
            write(out, "From: rita@elsewhere.example\nSubject: core\nContent-Type: multipart/mixed; boundary=c\n\n");
            write(out, "--c\n\nsee the file\n--c\nContent-Type: application/octet-stream; name=core\n");
            write(out, "Content-Transfer-Encoding: base64\n\n");
            for (int left = LARGEST_BYTES - 1_000; left > 0; left -= 2 + LINE_BYTES / 3 * 4) {
                random.nextBytes(line);
                write(out, Base64.getEncoder().encodeToString(line) + "\n");
            }
            write(out, "--c--\n");
        }
        return mail;
    }

    /** Some hundred KB that become twice as much as is opened of one message, in parts that would fit into memory alone. */
    private static Path packed() throws IOException {
        StringBuilder entity = new StringBuilder("Content-Type: multipart/mixed; boundary=p\r\n\r\n");
        String zeros = "0".repeat(PART_BYTES);
        for (int i = 0; i < PACKED_PARTS; i++) {
            entity.append("--p\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .append(zeros)
                    .append("\r\n");
        }
        String message =
                OpenPgpMails.packed(entity.append("--p--\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        StringBuilder mail = new StringBuilder("From: rita@elsewhere.example\nSubject: small\n");
        mail.append("Content-Type: multipart/mixed; boundary=m\n\n--m\n\nsee the files\n");
        for (int i = 0; i < PACKED_MESSAGES; i++) {
            mail.append("--m\nContent-Type: application/octet-stream; name=\"")
                    .append(i)
                    .append(".asc\"\n\n")
                    .append(message);
        }
        Path file = folder.resolve("packed.eml");
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, mail.append("\n--m--\n").toString());
        }
        return file;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
