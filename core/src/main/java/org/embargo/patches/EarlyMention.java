package org.embargo.patches;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.embargo.model.Confidential;

/**
 * Something in public that speaks of a case before its hour: a possible leak, for a human to look at.
 *
 * @param where a commit's id, or the full name of a branch or tag
 * @param ref   a branch or tag that shows it
 */
public record EarlyMention(Kind kind, Confidential where, Confidential ref) {

    /** What was found. */
    public enum Kind {
        CVE,
        CASE_ID,
        TITLE,
        PATCH
    }

    private static final int TITLE_WORD = 5;
    private static final int TITLE_WORDS = 2;

    public EarlyMention {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(ref, "ref");
    }

    /** What {@code text} mentions of {@code secrets}: only this case's CVEs, the whole title or all of its long words. */
    static Set<Kind> in(String text, CaseSecrets secrets) {
        FoldedText folded = FoldedText.of(text);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (secrets.cves().stream().anyMatch(cve -> folded.holds(FoldedText.of(cve.text())))) {
            kinds.add(Kind.CVE);
        }
        if (folded.holds(FoldedText.of(secrets.id().toString()))) {
            kinds.add(Kind.CASE_ID);
        }
        if (holdsTitle(folded, FoldedText.of(secrets.title().text()))) {
            kinds.add(Kind.TITLE);
        }
        return kinds;
    }

    private static boolean holdsTitle(FoldedText text, FoldedText title) {
        List<String> words = title.words().stream()
                .filter(word -> word.length() >= TITLE_WORD)
                .distinct()
                .toList();
        return text.holds(title)
                || (words.size() >= TITLE_WORDS && words.stream().allMatch(text::holdsPart));
    }
}
