package org.embargo.openpgp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.content.Content;

/**
 * The parts of a cleartext-signed block (RFC 9580 section 7).
 *
 * @param text       as signed: lines joined by CRLF
 * @param signatures the armored signatures
 */
record CleartextBlock(Content text, Content signatures) {

    private static final String HEAD = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    /** The only header there may be; anything else could pass for signed text. */
    private static final Pattern HEADER = Pattern.compile("Hash: ?[A-Za-z0-9-]{2,16}(, ?[A-Za-z0-9-]{2,16}){0,20}");

    /** Works on Latin-1, which keeps every byte: the charset is the caller's business. */
    static Optional<CleartextBlock> parse(byte[] block) {
        List<String> lines = Arrays.asList(new String(block, StandardCharsets.ISO_8859_1).split("\r?\n", -1));
        int blank = 1;
        while (blank < lines.size()
                && HEADER.matcher(lines.get(blank).stripTrailing()).matches()) {
            blank++;
        }
        int end = Math.max(0, indexOf(lines, SIGNATURE));
        if (!lines.get(0).stripTrailing().equals(HEAD)
                || end <= blank
                || !lines.get(blank).isBlank()) {
            return Optional.empty();
        }
        String text = String.join(
                "\r\n",
                lines.subList(blank + 1, end).stream()
                        .map(CleartextBlock::unescaped)
                        .toList());
        String signatures = String.join("\n", lines.subList(end, lines.size()));
        return Optional.of(new CleartextBlock(content(text), content(signatures)));
    }

    private static Content content(String latin1) {
        return Content.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int indexOf(List<String> lines, String wanted) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String line) {
        String text = line.startsWith("- ") ? line.substring(2) : line;
        int end = text.length();
        while (end > 0
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
