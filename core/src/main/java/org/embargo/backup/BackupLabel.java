package org.embargo.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first entry of an archive: says what it is.
 *
 * @param made     when it was begun; what came later is not in it
 * @param embedded whether the database is in it; otherwise it is a PostgreSQL, which is dumped by its own means
 */
public record BackupLabel(BackupKind kind, Instant made, boolean embedded) {

    static final String NAME = "embargo-backup";

    private static final Pattern FORM = Pattern.compile(
            "embargo backup 1\nkind (?<kind>data|secrets)\nmade (?<made>\\S{1,40})\ndatabase (?<database>embedded|elsewhere)\n");

    public BackupLabel {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(made, "made");
    }

    String text() {
        return "embargo backup 1\nkind " + kind.name().toLowerCase(Locale.ROOT) + "\nmade " + made + "\ndatabase "
                + (embedded ? "embedded" : "elsewhere") + "\n";
    }

    static Optional<BackupLabel> parse(String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BackupLabel(
                    BackupKind.valueOf(found.group("kind").toUpperCase(Locale.ROOT)),
                    Instant.parse(found.group("made")),
                    found.group("database").equals("embedded")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
