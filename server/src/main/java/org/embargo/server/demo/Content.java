package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimePart;
import javax.mail.internet.MimePartDataSource;
import javax.mail.internet.MimeUtility;

/**
 * What lay inside a letter.
 *
 * @param signer fingerprint of the certificate with a good signature over all of it
 */
record Content(MimeMessage message, Optional<String> signer) {

    /** Decoded and in one line; blank when there is none. */
    static String header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : MimeUtility.unfold(MimeUtility.decodeText(value));
        } catch (MessagingException | IOException e) {
            return "";
        }
    }

    String header(String name) {
        return header(message, name);
    }

    boolean isSignedBy(String fingerprint) {
        return signer.filter(fingerprint::equals).isPresent();
    }

    /** The text that a mail program shows first; lines end with LF. */
    String text() throws StepFailedException {
        return first(part -> type(part).startsWith("text/plain"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .orElse("");
    }

    /** The OpenPGP certificate in it, armored. */
    Optional<byte[]> certificate() throws StepFailedException {
        return first(part -> type(part).startsWith("application/pgp-keys"));
    }

    /** The attached file of this name. */
    Optional<byte[]> file(String name) throws StepFailedException {
        return first(part -> name.equals(part.getFileName()));
    }

    /** What is looked for among the parts. */
    private interface Wanted {
        boolean is(MimePart part) throws MessagingException;
    }

    private static String type(MimePart part) throws MessagingException {
        return part.getContentType().toLowerCase(Locale.ROOT);
    }

    private Optional<byte[]> first(Wanted wanted) throws StepFailedException {
        try {
            return first(message, wanted);
        } catch (MessagingException | IOException e) {
            throw new StepFailedException("the content of a letter can't be read", e);
        }
    }

    private static Optional<byte[]> first(MimePart part, Wanted wanted) throws MessagingException, IOException {
        if (!type(part).startsWith("multipart/")) {
            return wanted.is(part) ? Optional.of(part.getInputStream().readAllBytes()) : Optional.empty();
        }
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart child = parts.getBodyPart(i);
            Optional<byte[]> found = child instanceof MimePart mime ? first(mime, wanted) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
