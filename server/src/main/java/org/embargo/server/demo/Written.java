package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
    private String certificate = "";

    Written(Person author, String recipient, String subject, String text) {
        this.author = author;
        this.recipient = recipient;
        this.subject = subject;
        this.text = text;
        this.messageId = "<" + UUID.randomUUID()
                + author.address().substring(author.address().indexOf('@')) + ">";
    }

    Written withOwnCertificate() throws IOException, StepFailedException, InterruptedException {
        certificate = author.certificate();
        return this;
    }

    Written withCertificateOf(Person owner) throws IOException, StepFailedException, InterruptedException {
        certificate = owner.certificate();
        return this;
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
        if (certificate.isEmpty()) {
            return plainText + protection + body;
        }
        return "Content-Type: multipart/mixed; boundary=\"inside\"" + protection
                + "\n\n--inside\n"
                + plainText
                + body
                + "--inside\nContent-Type: application/pgp-keys; name=\"key.asc\"\n"
                + "Content-Disposition: attachment; filename=\"key.asc\"\n\n"
                + certificate + "\n--inside--\n";
    }
}
