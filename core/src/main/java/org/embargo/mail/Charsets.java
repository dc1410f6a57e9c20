package org.embargo.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Turns bytes into text whatever the sender called them: people mislabel charsets, and a report must be readable. */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    /** What calls itself ISO 8859-1 is windows-1252, as in every mail program. */
    static Optional<Charset> named(String name) {
        try {
            Charset charset = Charset.forName(name.trim());
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** In {@code declared}; what does not fit it becomes U+FFFD. Plain ASCII with other bytes in it is guessed. */
    static String decode(byte[] bytes, Charset declared) {
        return declared.equals(StandardCharsets.US_ASCII) ? guess(bytes) : new String(bytes, declared);
    }

    /** As UTF-8 where it fits, otherwise as windows-1252, in which nearly everything fits. */
    static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }
}
