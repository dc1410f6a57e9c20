package org.embargo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.embargo.outbox.OutgoingMail;

/** What every letter must be like, whatever came in: only fields of ours in its header, each once, and lines that end. */
final class LetterForm {

    private static final int LONGEST_LINE = 998;
    private static final Set<String> FIELDS = Set.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "reply-to",
            "auto-submitted",
            "autocrypt",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-description",
            "content-disposition");

    private LetterForm() {}

    /** What is wrong with {@code letter}, without a word of its content; nothing, as it should be. */
    static List<String> flaws(OutgoingMail letter) {
        List<String> flaws = new ArrayList<>();
        String raw = raw(letter);
        if (raw.replace("\r\n", "").matches("(?s).*[\r\n\0].*")) {
            flaws.add("a line end that is none, or NUL");
        }
        if (raw.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
            flaws.add("a line too long");
        }
        List<String> names = fieldNames(raw);
        names.stream().filter(name -> !FIELDS.contains(name)).forEach(name -> flaws.add("field " + name));
        if (Set.copyOf(names).size() < names.size()) {
            flaws.add("a field twice in " + names);
        }
        return flaws;
    }

    static String raw(OutgoingMail letter) {
        try {
            return new String(letter.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fieldNames(String raw) {
        String header = raw.substring(0, raw.indexOf("\r\n\r\n"));
        List<String> names = new ArrayList<>();
        for (String field : header.split("\r\n(?![ \t])", -1)) {
            names.add(field.replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
