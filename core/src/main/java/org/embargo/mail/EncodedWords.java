package org.embargo.mail;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Reads RFC 2047 encoded words. */
final class EncodedWords {

    private EncodedWords() {}

    /** {@code text} decoded, on one line, control characters replaced; words that can't be decoded stand as they are. */
    static String decode(String text) {
        return PlainText.oneLine(decodeWords(text));
    }

    private static String decodeWords(String text) {
        try {
            return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
