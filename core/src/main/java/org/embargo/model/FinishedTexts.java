package org.embargo.model;

import java.util.Map;
import java.util.Objects;

/**
 * The texts of a case as a preview shows and an approval stores them; what goes out are these, byte for byte, but for
 * their {@link Gap gaps}. Lines end in LF.
 *
 * @param digest         SHA-256 in hex over all that an approval binds to (contract, section 8), without the random value
 *                       of a preview: the same content has the same digest
 * @param title          stands in the subjects
 * @param plan           where to and when the others go, in words; it goes to nobody
 * @param notice         to the recipients of the private list
 * @param dateNotice     to the reporter, encrypted
 * @param bareDateNotice to a reporter whom nothing can be encrypted to: the hour and no details
 * @param post           to the public list
 * @param credit         what may stand where the reporter is named
 * @param gaps           what may fill each gap, in words
 */
public record FinishedTexts(
        String digest,
        Confidential title,
        Confidential plan,
        Confidential notice,
        Confidential dateNotice,
        Confidential bareDateNotice,
        Confidential post,
        CreditForms credit,
        Map<Gap, Confidential> gaps) {

    public FinishedTexts {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(dateNotice, "dateNotice");
        Objects.requireNonNull(bareDateNotice, "bareDateNotice");
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(credit, "credit");
        gaps = Map.copyOf(gaps);
    }

    /** The same texts under the digest that was made over them. */
    public FinishedTexts withDigest(String made) {
        return new FinishedTexts(made, title, plan, notice, dateNotice, bareDateNotice, post, credit, gaps);
    }

    /** {@code text}, one of these, as a preview shows it: each gap with what may fill it, in brackets. */
    public Confidential shown(Confidential text) {
        String shown = text.text();
        for (Map.Entry<Gap, Confidential> each : gaps.entrySet()) {
            shown = shown.replace(each.getKey().mark(), "[" + each.getValue().text() + "]");
        }
        return new Confidential(shown);
    }

    /**
     * What is not known when a text is approved, and is filled in as it goes out, in the form that the preview names.
     * Marked by characters for private use, which no text from a person keeps.
     */
    public enum Gap {
        /** When a time-sensitive case becomes public. */
        HOUR,
        /** Where the releases are, one a line. */
        RELEASES,
        /** What happened when, one step a line. */
        TIMELINE,
        /** The reporter's name, or that he is not named: he may change his mind. See {@link CreditForms}. */
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
