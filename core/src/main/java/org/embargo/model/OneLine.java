package org.embargo.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wrote to stand on one line of a text of ours, such as a title or a name. */
public final class OneLine {

    public static final int LONGEST_TITLE = 150;
    public static final int LONGEST_NAME = 100;

    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]*:/|www\\.|mailto:)|//|\\S@\\S+\\.");
    /** What mail programs make a link of without being told; initials and titles before a name are none. */
    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\p{N}-]{2,}\\.(?:\\p{Ll}{2,}|[A-Z]{2,}|xn--\\w+)(?![\\p{L}\\p{N}])");

    private OneLine() {}

    /** What is wrong with a line; the word tells it in {@code refusals.txt}. */
    public enum Flaw {
        EMPTY,
        LONG,
        CONTROL,
        LINK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Optional<Flaw> flawOfTitle(String text) {
        return flaw(text, LONGEST_TITLE);
    }

    /** A name in a public text must neither lead away nor hide anything. */
    public static Optional<Flaw> flawOfName(String text) {
        return flaw(text, LONGEST_NAME).or(() -> holdsLink(text) ? Optional.of(Flaw.LINK) : Optional.empty());
    }

    /** Whether {@code text} holds what could move, hide or turn round other text, or stand for a gap of ours. */
    public static boolean deceives(String text) {
        return text.codePoints().anyMatch(OneLine::deceives);
    }

    private static Optional<Flaw> flaw(String text, int longest) {
        if (text.isBlank()) {
            return Optional.of(Flaw.EMPTY);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Flaw.LONG);
        }
        return deceives(text) || text.contains("\n") || text.contains("\t")
                ? Optional.of(Flaw.CONTROL)
                : Optional.empty();
    }

    private static boolean holdsLink(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u3002', '.');
        return SCHEME.matcher(plain).find() || DOMAIN.matcher(plain).find();
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t';
            case Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            // joiners are part of ordinary words in Persian and Hindi, and of emoji
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> false;
        };
    }
}
