package org.embargo.mail;

import java.util.regex.Pattern;

/** Makes text from outside fit to be shown and compared. */
final class PlainText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t\\f]]");
    private static final Pattern LINE_CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile("[ \\t]++(?=\\n|\\z)");
    private static final Pattern LINE_ENDS_AT_END = Pattern.compile("\\n++\\z");

    private PlainText() {}

    /** Line ends LF; control characters other than tab and form feed, which terminals obey and databases refuse, as U+FFFD. */
    static String lines(String text) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        return CONTROL.matcher(unix).replaceAll("\uFFFD");
    }

    /** Without blanks at line ends and without line ends at the end. */
    static String trimmed(String lines) {
        return LINE_ENDS_AT_END
                .matcher(BLANKS_AT_LINE_END.matcher(lines).replaceAll(""))
                .replaceAll("");
    }

    static String withoutLastLineEnd(String lines) {
        return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
    }

    /** On one line, without control characters. */
    static String oneLine(String text) {
        return LINE_CONTROL.matcher(text).replaceAll(" ").trim();
    }
}
