package org.embargo.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a member wrote, made fit to stand in a text that goes to many: his line ends stay, since they may be code or a
 * list; lines that are too long for a mailing list are broken at blanks.
 */
final class OwnWords {

    /** Lines up to this width stay as they are; longer ones are broken as our own text is. */
    private static final int WIDEST = 76;

    /** What archives rewrite, what looks like the begin of OpenPGP armor, and what ends a mail for its readers. */
    private static final Pattern TOUCHED = Pattern.compile("From .*|-----.*|--");

    private static final TextWrap WRAP = new TextWrap(TextWrap.COLUMNS);

    private OwnWords() {}

    /** Lines joined by LF, without blank lines at either end. */
    static String fit(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : VisibleText.lines(text).split("\n", -1)) {
            String bare = line.stripTrailing();
            if (bare.codePointCount(0, bare.length()) <= WIDEST) {
                lines.add(bare);
            } else {
                lines.addAll(WRAP.lines(bare));
            }
        }
        return String.join("\n", trimmed(lines));
    }

    /** A line of any text, such that nobody on the way changes it or takes it for something else. */
    static String safe(String line) {
        String bare = line.stripTrailing();
        return TOUCHED.matcher(bare).matches() ? " " + bare : bare;
    }

    private static List<String> trimmed(List<String> lines) {
        int first = 0;
        int end = lines.size();
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        while (end > first && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(first, end);
    }
}
