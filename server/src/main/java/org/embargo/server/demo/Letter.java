package org.embargo.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.ContentType;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimePartDataSource;

/** A mail that somebody received, as it crossed the wire. */
final class Letter {
    private final byte[] bytes;
    private final MimeMessage message;

    Letter(byte[] bytes) throws StepFailedException {
        this.bytes = bytes.clone();
        this.message = parse(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Decoded and in one line; blank when there is none. */
    String header(String name) {
        return Content.header(message, name);
    }

    /** Whether these words can be read by whoever carries it. */
    boolean shows(String words) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(words);
    }

    boolean isEncrypted() {
        return header("Content-Type").startsWith("multipart/encrypted");
    }

    /** Opens and verifies it as {@code reader}; empty when his keys do not open it. */
    Optional<Content> open(Gpg reader) throws IOException, StepFailedException, InterruptedException {
        try {
            MimeMultipart parts = new MimeMultipart(new MimePartDataSource(message));
            byte[] second = parts.getBodyPart(1).getInputStream().readAllBytes();
            if (isEncrypted()) {
                Optional<Gpg.Opened> opened = reader.open(second);
                return opened.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Content(
                                parse(opened.get().content()), opened.get().signer()));
            }
            byte[] signed = signedPart();
            return Optional.of(new Content(parse(signed), reader.signer(signed, second)));
        } catch (MessagingException e) {
            throw new StepFailedException("a letter is neither encrypted nor signed as PGP/MIME asks", e);
        }
    }

    /** Byte by byte what the signature covers: the first part without the line end before the boundary. */
    private byte[] signedPart() throws MessagingException, StepFailedException {
        String boundary = "--" + new ContentType(message.getContentType()).getParameter("boundary");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int line = text.indexOf("\r\n" + boundary + "\r\n");
        int begin = line + boundary.length() + 4;
        int end = text.indexOf("\r\n" + boundary, begin);
        if (line < 0 || end < 0) {
            throw new StepFailedException("a letter lacks the parts of its PGP/MIME signature");
        }
        return Arrays.copyOfRange(bytes, begin, end);
    }

    private static MimeMessage parse(byte[] bytes) throws StepFailedException {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new StepFailedException("a letter is no mail", e);
        }
    }
}
