package org.embargo.letters;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Makes text from outside harmless to look at: what would move, hide or turn round other text (control, format and
 * bidirectional characters, unpaired surrogates, characters for private use) is shown as {@code [U+202E]}.
 */
final class VisibleText {

    private static final int LONGEST_VALUE = 200;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("-{3,}");

    private VisibleText() {}

    /**
     * {@code text} as a value inside a sentence of ours: one line, bounded, and without the dashes that a marker is
     * made of, so that no wrapping can put a marker at the start of a line.
     */
    static String value(String text) {
        String line = BLANKS.matcher(text.strip()).replaceAll(" ");
        String shown = DASHES.matcher(visible(line, point -> false)).replaceAll("--");
        return shown.codePointCount(0, shown.length()) <= LONGEST_VALUE
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_VALUE)) + " [...]";
    }

    /** {@code text} as text of its own: line ends (LF) and tabs stay. */
    static String lines(String text) {
        return visible(text.replace("\r\n", "\n"), point -> point == '\n' || point == '\t');
    }

    private static String visible(String text, IntPredicate stays) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (stays.test(point) || !deceives(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", point));
            }
        });
        return shown.toString();
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    // no two programs show the same; ours mark the gaps of finished texts by them
                    Character.PRIVATE_USE -> true;
            // joiners are part of ordinary words in Persian and Hindi, and of emoji
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> false;
        };
    }
}
