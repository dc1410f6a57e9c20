package org.embargo.mail;

import java.util.regex.Pattern;

/** Makes text from outside fit to be shown and compared. */
final class PlainText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t\\f]]");
    private static final Pattern LINE_CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private PlainText() {}

    /** Line ends LF; control characters other than tab and form feed, which terminals obey and databases refuse, as U+FFFD. */
    static String lines(String text) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL.matcher(unix).replaceAll("\uFFFD");
    }

    /** Without blanks at line ends and without line ends at the end. No pattern: those take hours on a run of blanks. */
    static String trimmed(String lines) {
        StringBuilder trimmed = new StringBuilder(lines.length());
        for (int start = 0; start <= lines.length(); ) {
            int lineEnd = lines.indexOf('\n', start) < 0 ? lines.length() : lines.indexOf('\n', start);
            trimmed.append(lines, start, endWithout(lines, start, lineEnd, " \t"))
                    .append('\n');
            start = lineEnd + 1;
        }
        trimmed.setLength(endWithout(trimmed, 0, trimmed.length(), "\n"));
        return trimmed.toString();
    }

    private static int endWithout(CharSequence text, int start, int end, String unwanted) {
        int last = end;
        while (last > start && unwanted.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    static String withoutLastLineEnd(String lines) {
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    /** On one line, without control characters. */
    static String oneLine(String text) {
        return LINE_CONTROL.matcher(text).replaceAll(" ").trim();
    }
}
