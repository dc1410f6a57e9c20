package org.embargo.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.embargo.model.Address;
import org.embargo.model.MessageId;

/**
 * Builds header fields (RFC 5322): refuses what would start another field, encodes what is not ASCII (RFC 2047), folds
 * at {@value #COLUMNS} columns. One thread.
 */
final class MailHeaders {

    static final int COLUMNS = 78;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern PHRASE = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");
    /** First and newest ids of a long thread; RFC 5322 sets no limit, servers do. */
    private static final int MOST_IDS = 20;

    private final List<Field> fields = new ArrayList<>();

    private record Field(String name, String value) {}

    /**
     * Adds a field whose value is ASCII and has its final form.
     *
     * @throws IllegalArgumentException for a value that holds anything but printable ASCII, blanks and tabs
     */
    MailHeaders field(String name, String value) {
        if (!NAME.matcher(name).matches() || value.isBlank()) {
            throw new IllegalArgumentException("a header field needs a name and a value");
        }
        requireNoBreak(value);
        if (!isAscii(value)) {
            throw new IllegalArgumentException("the value of header field " + name + " is not ASCII");
        }
        fields.add(new Field(name, value));
        return this;
    }

    /** Adds a field of free text, such as Subject. */
    MailHeaders text(String name, String text) {
        requireNoBreak(text);
        return field(name, isPlain(text) ? text : EncodedWords.of(text));
    }

    /** Adds a field with one mailbox that has a display name. */
    MailHeaders mailbox(String name, String displayName, Address address) {
        requireNoBreak(displayName);
        return field(name, phrase(displayName) + " <" + address.value() + ">");
    }

    MailHeaders address(String name, Address address) {
        return field(name, address.value());
    }

    MailHeaders date(Instant moment) {
        return field("Date", DATE.format(moment));
    }

    /** Adds a field of Message-IDs; nothing where there are none. */
    MailHeaders ids(String name, List<MessageId> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (i == 0 || i > ids.size() - MOST_IDS) {
                kept.add(ids.get(i).value());
            }
        }
        return field(name, String.join(" ", kept));
    }

    MailHeaders addAll(MailHeaders others) {
        fields.addAll(others.fields);
        return this;
    }

    /** Adds what stands in {@code outer} as HP-Outer fields (RFC 9788 section 2.2). */
    MailHeaders outer(MailHeaders outer) {
        outer.fields.forEach(field -> field("HP-Outer", field.name() + ": " + field.value()));
        return this;
    }

    /** All fields, folded, each ending in CRLF; no empty line. */
    byte[] bytes() {
        StringBuilder all = new StringBuilder();
        fields.forEach(field -> all.append(fold(field)).append("\r\n"));
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String fold(Field field) {
        StringBuilder folded = new StringBuilder();
        StringBuilder line = new StringBuilder(field.name()).append(':');
        for (String word : field.value().split(" ", -1)) {
            if (line.length() + 1 + word.length() > COLUMNS) {
                folded.append(line).append("\r\n");
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        return folded.append(line).toString();
    }

    private static String phrase(String name) {
        if (!isPlain(name)) {
            return EncodedWords.of(name);
        }
        return PHRASE.matcher(name).matches()
                ? name
                : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether {@code text} may stand as it is: it must not look encoded, nor lose blanks when it is folded. */
    private static boolean isPlain(String text) {
        return isAscii(text)
                && !text.contains("=?")
                && !text.contains("  ")
                && text.equals(text.strip())
                && longestWord(text) < COLUMNS;
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    private static boolean isAscii(String value) {
        return value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t');
    }

    /** The one place where a value from outside could start a field of its own, or end the header. */
    private static void requireNoBreak(String value) {
        if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("a header value holds a line end or NUL");
        }
    }
}
