package org.embargo.commands;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a reply its writer's own words end, for programs that quote without marks. They repeat the header of what they
 * quote, a stranger's words in its Subject, and wrap it: so everything from there on is quoted, not only what follows the
 * marker.
 *
 * @param line   index of the first line that is not his own
 * @param marked whether that line is the marker itself
 */
record Quotation(int line, boolean marked) {

    /** Wherever it stands in a line that is not quoted: programs put their own marks before what they quote. */
    private static final Pattern MARKER = Pattern.compile(
            "([A-Z][A-Z0-9]{1,15}-\\d{4}-\\d{4,12}|\\S+@[\\w.-]+):[\\s\\u00a0]+write[\\s\\u00a0]+above[\\s\\u00a0]+this[\\s\\u00a0]+line");

    /** {@code From: }, in any language, with the asterisks that stand for bold letters. */
    private static final Pattern FIELD =
            Pattern.compile("\\*?\\p{L}[\\p{L} \\u00a0-]{0,24}[ \\u00a0]?:\\*?[\\s\\u00a0]+\\S.*");

    private static final Pattern RULE = Pattern.compile("\\s*(?:_{10,}|-{2,}.{0,60}-{2,})\\s*");
    private static final int FEWEST_FIELDS = 3;
    private static final int MOST_LINES = 12;

    /** Empty where no unquoted marker stands in {@code lines}. */
    static Optional<Quotation> in(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            Matcher marker = MARKER.matcher(lines.get(at));
            if (!isQuoted(lines.get(at)) && marker.find()) {
                int head = head(lines, at, marker.group(1));
                return Optional.of(new Quotation(head, head == at));
            }
        }
        return Optional.empty();
    }

    static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    static boolean isQuotedMarker(String line) {
        return isQuoted(line) && MARKER.matcher(line).find();
    }

    /** The first line of the header that is repeated above the marker, with the rule over it; else the marker's. */
    private static int head(List<String> lines, int marker, String caseId) {
        for (int at = 0; at < marker; at++) {
            if (isHead(lines, at, marker, caseId)) {
                return at > 0 && RULE.matcher(lines.get(at - 1)).matches() ? at - 1 : at;
            }
        }
        return marker;
    }

    /** Some fields in a row, one of which names the case, as the subject of each mail to the team does. */
    private static boolean isHead(List<String> lines, int from, int marker, String caseId) {
        int fields = 0;
        while (from + fields < marker && FIELD.matcher(lines.get(from + fields)).matches()) {
            fields++;
        }
        int end = Math.min(marker, from + MOST_LINES);
        return fields >= FEWEST_FIELDS
                && lines.subList(from, end).stream().anyMatch(line -> line.contains("[" + caseId + "]"));
    }
}
