package org.embargo.patches;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.embargo.patches.PatchFormatException.Reason;

/** Names of files as they stand in the heads of diffs, and as they are. */
final class DiffPath {

    /** What nobody sees when he reads the name, or what changes how he sees the rest. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    /** Also how Windows shortens it, and with what macOS and Windows leave out. */
    private static final Pattern GIT_FOLDER = Pattern.compile("[.]git[ .]*(?::.*)?|git~[0-9]+");

    private DiffPath() {}

    /**
     * The path in {@code raw}, checked.
     *
     * @param raw bytes as characters
     */
    static String checked(String raw, PatchLimits limits) throws PatchFormatException {
        if (raw.length() > limits.pathBytes()) {
            throw new PatchFormatException(Reason.PATH_TOO_LONG);
        }
        String path = decoded(raw);
        if (UNSEEN.matcher(path).find()) {
            throw new PatchFormatException(Reason.PATH_WITH_CONTROL_CHARACTERS);
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || ".".equals(name) || "..".equals(name)) {
                throw new PatchFormatException(Reason.PATH_LEAVES_THE_TREE);
            }
            if (GIT_FOLDER.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                throw new PatchFormatException(Reason.PATH_INTO_GIT);
            }
        }
        if (path.indexOf('\\') >= 0 || path.matches("[A-Za-z]:.*")) {
            throw new PatchFormatException(Reason.PATH_LEAVES_THE_TREE);
        }
        return path;
    }

    private static String decoded(String raw) throws PatchFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PatchFormatException(Reason.PATH_NOT_UTF8);
        }
    }

    /** The bytes of {@code text}, which begins with a quotation mark, up to the closing one, as git quotes them. */
    static String unquoted(String text) throws PatchFormatException {
        StringBuilder bytes = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"') {
                return bytes.toString();
            }
            if (each != '\\') {
                bytes.append(each);
            } else if (text.substring(i + 1).matches("(?s)[0-3][0-7]{2}.*")) {
                bytes.append((char) Integer.parseInt(text.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                bytes.append(escaped(text, ++i));
            }
        }
        throw new PatchFormatException(Reason.BAD_HEADER);
    }

    private static char escaped(String text, int at) throws PatchFormatException {
        int which = at < text.length() ? "abtnvfr\"\\".indexOf(text.charAt(at)) : -1;
        if (which < 0) {
            throw new PatchFormatException(Reason.BAD_HEADER);
        }
        return "\u0007\b\t\n\u000b\f\r\"\\".charAt(which);
    }

    /** Where the quoted name at the start of {@code text} ends, its closing mark included. */
    static int endOfQuoted(String text) throws PatchFormatException {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i + 1;
            }
        }
        throw new PatchFormatException(Reason.BAD_HEADER);
    }

    /** As git writes it where anything in it needs quoting: always, so that nothing depends on what is in it. */
    static String quoted(String prefix, String path) {
        StringBuilder text = new StringBuilder("\"").append(prefix);
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            if (each == '"' || each == '\\' || each < ' ') {
                text.append(String.format(Locale.ROOT, "\\%03o", each & 0xff));
            } else {
                text.append((char) each);
            }
        }
        return text.append('"').toString();
    }
}
