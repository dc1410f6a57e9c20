package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A mail that a person writes, with the forms that mail programs use. */
final class Written {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT);

    private final Person author;
    private final String recipient;
    private final String subject;
    private final String text;
    private final String messageId;
    private final List<Attachment> attachments = new ArrayList<>();

    /**
     * A file that goes along.
     *
     * @param type its media type
     */
    private record Attachment(String type, String name, String text) {

        String part() {
            return "Content-Type: " + type + "; name=\"" + name + "\"\nContent-Disposition: attachment; filename=\""
                    + name + "\"\n\n" + text + "\n";
        }
    }

    Written(Person author, String recipient, String subject, String text) {
        this.author = author;
        this.recipient = recipient;
        this.subject = subject;
        this.text = text;
        this.messageId = "<" + UUID.randomUUID()
                + author.address().substring(author.address().indexOf('@')) + ">";
    }

    Written withOwnCertificate() throws IOException, StepFailedException, InterruptedException {
        return withCertificateOf(author);
    }

    Written withCertificateOf(Person owner) throws IOException, StepFailedException, InterruptedException {
        return withFile("application/pgp-keys", owner.fileName() + ".asc", owner.certificate());
    }

    Written withPatch(String name, String patch) {
        return withFile("text/x-patch", name, patch);
    }

    private Written withFile(String type, String name, String text) {
        attachments.add(new Attachment(type, name, text));
        return this;
    }

    /** The names of the files that go along. */
    List<String> files() {
        return attachments.stream().map(Attachment::name).toList();
    }

    String messageId() {
        return messageId;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    /** As it goes when nothing protects it. */
    String plain() {
        return headers(subject) + "MIME-Version: 1.0\n" + content("");
    }

    /** PGP/MIME (RFC 3156), signed by the author inside, the real subject inside as well. */
    String encryptedTo(String fingerprint) throws IOException, StepFailedException, InterruptedException {
        String inside = headers(subject) + content("; hp=\"cipher\"");
        byte[] message =
                author.gpg().signAndEncrypt(inside.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), fingerprint);
        return headers("[...]")
                + "MIME-Version: 1.0\n"
                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"outside\"\n\n"
                + "--outside\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n"
                + "--outside\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\n\n"
                + new String(message, StandardCharsets.US_ASCII)
                + "\n--outside--\n";
    }

    private String headers(String shownSubject) {
        return "From: " + author.mailbox() + "\nTo: " + recipient + "\nSubject: " + shownSubject + "\nDate: "
                + DATE.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\nMessage-ID: " + messageId + "\n";
    }

    /** @param protection says that the headers before it belong to it (RFC 9788) */
    private String content(String protection) {
        String body = "\n\n" + text + "\n";
        String plainText = "Content-Type: text/plain; charset=utf-8";
        if (attachments.isEmpty()) {
            return plainText + protection + body;
        }
        StringBuilder content = new StringBuilder("Content-Type: multipart/mixed; boundary=\"inside\"")
                .append(protection)
                .append("\n\n--inside\n")
                .append(plainText)
                .append(body);
        attachments.forEach(each -> content.append("--inside\n").append(each.part()));
        return content.append("--inside--\n").toString();
    }
}
