package org.embargo.patches;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.embargo.config.CommitAuthor;
import org.embargo.model.Confidential;
import org.embargo.patches.PatchFormatException.Reason;

/**
 * A mail as {@code git format-patch} writes it, decoded: quoted-printable, base64, attached or inline.
 *
 * @param text bytes as characters
 */
record MailedPatch(Optional<Confidential> author, String text) {

    private static final int MAX_PARTS = 50;
    private static final int MAX_DEPTH = 5;
    private static final MimeConfig WITHIN = MimeConfig.custom()
            .setMaxHeaderCount(1000)
            .setMaxHeaderLen(10_000)
            .setMaxLineLen(-1)
            .build();

    /** The author that a mail sent by somebody else names first in its text. */
    private static final Pattern AUTHOR_IN_TEXT = Pattern.compile("\\s*From:[ \\t]*([^\\r\\n]+)\\r?\\n(?s:.*)");

    static MailedPatch read(String mail) throws PatchFormatException {
        try {
            return new Reading().read(mail);
        } catch (MimeException | IOException | RuntimeException e) {
            // the library throws all of these on what is not a mail; what it says may quote the mail
            throw new PatchFormatException(Reason.BAD_MAIL);
        }
    }

    static Optional<Confidential> author(String field) {
        String decoded = DecoderUtil.decodeEncodedWords(
                        new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        DecodeMonitor.SILENT)
                .replaceAll("\\s+", " ")
                .replace("\"", "")
                .strip();
        return CommitAuthor.parse(decoded).map(author -> new Confidential(author.identity()));
    }

    /** One mail on its way through the library. */
    private static final class Reading {
        private final MimeTokenStream stream = new MimeTokenStream(WITHIN);
        private final StringBuilder text = new StringBuilder();
        private Optional<Confidential> author = Optional.empty();
        private int parts;
        private int depth;

        MailedPatch read(String mail) throws MimeException, IOException {
            stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
            stream.parse(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                take(state);
            }
            Matcher inText = AUTHOR_IN_TEXT.matcher(text);
            return new MailedPatch(
                    inText.matches() ? author(inText.group(1)).or(() -> author) : author, text.toString());
        }

        private void take(EntityState state) throws MimeException, IOException {
            switch (state) {
                case T_START_MULTIPART -> require(++depth <= MAX_DEPTH);
                case T_END_MULTIPART -> depth--;
                case T_FIELD -> takeField();
                case T_BODY -> takeBody();
                default -> {
                    // what stands between parts is no part
                }
            }
        }

        private void takeField() {
            if (depth == 0 && "from".equals(stream.getField().getName().toLowerCase(Locale.ROOT))) {
                author = author(stream.getField().getBody());
            }
        }

        private void takeBody() throws IOException {
            require(++parts <= MAX_PARTS);
            if ("text/html".equals(stream.getBodyDescriptor().getMimeType())) {
                return;
            }
            try (InputStream body = stream.getDecodedInputStream()) {
                text.append(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        private static void require(boolean within) throws IOException {
            if (!within) {
                throw new IOException("too many parts");
            }
        }
    }
}
