package org.embargo.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the line by which a reporter says how he is credited, in his own text: not in what he quotes, nor below a marker or
 * his signature. Of several lines the first counts, since whoever quotes without marks writes above.
 */
public final class CreditLine {

    private static final Pattern FORM = Pattern.compile("(?i) {0,3}credit\\s*:(.*)");
    /** What programs put between one's own text and the mail that it answers. */
    private static final Pattern QUOTES_BEGIN = Pattern.compile(
            "(?i).*write above this line.*|-- ?|-{2,} ?.*(?:message|nachricht|forwarded).*|_{5,}|\\*?from: ?\\*?.*@.*|.*(?:wrote|schrieb|a \u00e9crit) ?:");
    /** As our own letters show it. */
    private static final String EXAMPLE = "YOUR NAME";

    private CreditLine() {}

    /** What stands behind {@code credit:} in the text of {@code mail}, as he wrote it. */
    public static Optional<String> in(OpenedMail mail) {
        String text = mail.body().isBlank()
                ? mail.sections().stream()
                        .findFirst()
                        .map(section -> section.text().text())
                        .orElse("")
                : mail.body();
        return in(text);
    }

    static Optional<String> in(String text) {
        for (String line : text.split("\n", -1)) {
            String stripped = line.stripTrailing();
            if (QUOTES_BEGIN.matcher(stripped).matches()) {
                return Optional.empty();
            }
            Matcher matcher = FORM.matcher(stripped);
            if (matcher.matches()) {
                String said = matcher.group(1).strip();
                if (!said.isEmpty() && !said.equals(EXAMPLE)) {
                    return Optional.of(said);
                }
            }
        }
        return Optional.empty();
    }
}
