package org.embargo.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails as people's programs write them. */
final class Mails {
    private static final AtomicInteger WRITTEN = new AtomicInteger();

    private Mails() {}

    /** One that no other mail has, with its angle brackets. */
    static String messageId() {
        return "<" + WRITTEN.incrementAndGet() + "." + System.nanoTime() + "@finder.example>";
    }

    /** The header but for what describes the content; no two mails have the same date, which would make them one. */
    static String head(String from, String to, String messageId, String subject) {
        return "From: " + from + "\nTo: " + to + "\nMessage-ID: " + messageId + "\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(WRITTEN.get()))
                + "\nSubject: " + subject + "\nMIME-Version: 1.0\n";
    }

    static String plain(String head, String text) {
        return head + "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n";
    }

    /** A report whose subject, text and file hold {@link PlantedWords#OF_REPORTS}; no two have the same text. */
    static String report(String from, String to, String messageId) {
        return head(from, to, messageId, "a quicksilver in it")
                + textAndFile("By a pomegranate: " + messageId, "feuervogel.txt", "thunderhead".getBytes(US_ASCII));
    }

    static String pgpMime(String head, String armored) {
        return head + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"bb\"\n\n"
                + "--bb\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n"
                + "--bb\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\n\n" + armored + "\n--bb--\n";
    }

    /** The inside of an encrypted mail: text and a file, whatever its lines. */
    static String textAndFile(String text, String name, byte[] file) {
        return "Content-Type: multipart/mixed; boundary=\"mm\"\n\n"
                + "--mm\nContent-Type: text/plain; charset=utf-8\n\n"
                + text + "\n" + "--mm\nContent-Type: text/x-patch; name=\"" + name + "\"\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(file) + "\n--mm--\n";
    }

    /** A part, or the inside of an encrypted mail: text and a certificate. */
    static String textAndKey(String text, String certificate) {
        return "Content-Type: multipart/mixed; boundary=\"mm\"\n\n"
                + "--mm\nContent-Type: text/plain; charset=utf-8\n\n"
                + text + "\n" + "--mm\nContent-Type: application/pgp-keys; name=\"key.asc\"\n"
                + "Content-Disposition: attachment; filename=\"key.asc\"\n\n" + certificate + "\n--mm--\n";
    }
}
