package org.embargo.model;

import java.util.Map;
import java.util.Objects;

/**
 * The texts of a case as a preview shows and an approval stores them; what goes out are these, byte for byte, but for
 * their {@link Gap gaps}.
 *
 * @param digest     SHA-256 in hex over all that an approval binds to (contract, section 8), without the random value of
 *                   a preview: the same content has the same digest
 * @param title      stands in the subjects
 * @param notice     to the recipients of the private list
 * @param dateNotice to the reporter
 * @param post       to the public list
 */
public record FinishedTexts(
        String digest, Confidential title, Confidential notice, Confidential dateNotice, Confidential post) {

    public FinishedTexts {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(dateNotice, "dateNotice");
        Objects.requireNonNull(post, "post");
    }

    /**
     * What is not known when a text is approved, and is filled in as it goes out, in the form that the preview names.
     * Marked by characters for private use, which no text from a person keeps.
     */
    public enum Gap {
        /** When a time-sensitive case becomes public. */
        HOUR,
        /** Where the releases are. */
        RELEASES,
        /** What happened when. */
        TIMELINE,
        /** The reporter's name, or that he is not named: he may change his mind. */
        CREDIT;

        private static final char OPENS = '\uE000';
        private static final char CLOSES = '\uE001';

        /** How it stands in a finished text. */
        public String mark() {
            return OPENS + name() + CLOSES;
        }
    }

    /** {@code text} with its gaps filled; what {@code values} does not hold stays empty. */
    public static Confidential filled(Confidential text, Map<Gap, String> values) {
        String filled = text.text();
        for (Gap gap : Gap.values()) {
            filled = filled.replace(gap.mark(), values.getOrDefault(gap, ""));
        }
        return new Confidential(filled);
    }
}
