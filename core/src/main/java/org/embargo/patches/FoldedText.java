package org.embargo.patches;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A text as it is compared: without case, accents' writing and signs, words apart by one blank, a blank at both ends. */
record FoldedText(String value) {

    static FoldedText of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
        return new FoldedText(" " + folded + " ");
    }

    List<String> words() {
        return Arrays.stream(value.strip().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean isEmpty() {
        return value.isBlank();
    }

    /** Whether {@code other} stands in it as whole words. */
    boolean holds(FoldedText other) {
        return !other.isEmpty() && value.contains(other.value());
    }

    /** Whether {@code word} stands in it, as a word or as part of one. */
    boolean holdsPart(String word) {
        return value.contains(word);
    }
}
