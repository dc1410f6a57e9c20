package org.embargo.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks lines at blanks so that they fit a width. A word longer than the width (an address, a link) stays whole. What
 * is broken goes on under the text it belongs to: indented as its line was, past the hyphen or number of a list item,
 * behind a bar where its line stood behind one.
 */
final class TextWrap {

    /** Short enough to be quoted twice in a window of 80 columns, and to be read on a phone. */
    static final int COLUMNS = 72;

    /** A fingerprint is compared as a whole. */
    private static final Pattern UNBROKEN = Pattern.compile("\\b[0-9A-F]{4}(?: [0-9A-F]{4}){9,15}\\b");
    /** Stands for a blank inside one meanwhile. Text that is wrapped holds no control characters. */
    private static final char GLUE = '\u0001';

    /** Marks words that are not ours; what is broken must not look like ours either. */
    private static final String BAR = "| ";

    private final int columns;

    TextWrap(int columns) {
        this.columns = columns;
    }

    /** {@code text} with each of its lines broken; lines end in LF. */
    String wrap(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.addAll(lines(line));
        }
        return String.join("\n", lines);
    }

    /** One line, broken. */
    List<String> lines(String line) {
        String glued = UNBROKEN.matcher(line).replaceAll(match -> match.group().replace(' ', GLUE));
        return broken(glued).stream().map(each -> each.replace(GLUE, ' ')).toList();
    }

    private List<String> broken(String line) {
        List<String> lines = new ArrayList<>();
        int deepest = columns / 2;
        int hang = hang(line);
        String indent = " ".repeat(Math.min(hang, deepest)) + (line.startsWith(BAR, hang) ? BAR : "");
        // nothing stands so far to the right that it could not be broken
        String shallow = line.startsWith(" ".repeat(deepest)) ? " ".repeat(deepest) + line.stripLeading() : line;
        String rest = width(shallow) > columns ? shallow.stripTrailing() : shallow;
        int least = indent.length();
        while (width(rest) > columns) {
            int end = lastBlankWithin(rest, least);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int hang(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (line.startsWith("- ", at)) {
            return at + 2;
        }
        int digits = at;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        return digits > at && line.startsWith(". ", digits) ? digits + 2 : at;
    }

    /** Where to break: the last blank that fits behind a word, else the first one after; -1 where there is none. */
    private int lastBlankWithin(String line, int least) {
        int limit = line.offsetByCodePoints(0, columns);
        int fitting = line.lastIndexOf(' ', limit);
        if (fitting > least && !line.substring(0, fitting).isBlank()) {
            return fitting;
        }
        int word = line.length() - line.stripLeading().length();
        return line.indexOf(' ', Math.max(limit, Math.max(word, least) + 1));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
