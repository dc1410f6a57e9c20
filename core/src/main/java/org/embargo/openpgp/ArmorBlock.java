package org.embargo.openpgp;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An armored block in the bytes of a text, its head and tail lines included.
 *
 * @param kind    what its head line says
 * @param start   where its head line begins
 * @param end     after its tail line, without that line's end; the end of the text when the tail is missing
 * @param charset what its armor header of that name says
 */
public record ArmorBlock(Kind kind, int start, int end, Optional<String> charset) {

    /** Kinds of blocks that people put into mails. */
    public enum Kind {
        MESSAGE("MESSAGE", "MESSAGE"),
        SIGNED_MESSAGE("SIGNED MESSAGE", "SIGNATURE"),
        PUBLIC_KEY("PUBLIC KEY BLOCK", "PUBLIC KEY BLOCK");

        private final String head;
        private final String tail;

        Kind(String head, String tail) {
            this.head = "-----BEGIN PGP " + head + "-----";
            this.tail = "-----END PGP " + tail + "-----";
        }

        String head() {
            return head;
        }

        String tail() {
            return tail;
        }
    }

    public ArmorBlock {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(charset, "charset");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a block from " + start + " to " + end);
        }
    }

    /**
     * All blocks in {@code text}, in order. A head line stands alone on its line; quoted blocks and mere mentions are no
     * blocks. A block of which the tail is missing is one: its reader says what is wrong.
     *
     * @param text in a charset that has ASCII in it
     */
    public static List<ArmorBlock> allIn(byte[] text) {
        return new ArmorSearch(text).blocks();
    }

    /** The block's bytes out of the text it was found in. */
    public byte[] bytesIn(byte[] text) {
        return Arrays.copyOfRange(text, start, end);
    }
}
