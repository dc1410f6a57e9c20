package org.embargo.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class NearestWord {

    private static final int FARTHEST = 3;

    private NearestWord() {}

    /** The one of {@code words} that fewest edits make out of {@code typed}, if few are enough. */
    public static Optional<String> of(String typed, Collection<String> words) {
        int farthest = Math.min(FARTHEST, typed.length() / 2);
        return words.stream()
                // whoever writes a megabyte in one word meant none of them
                .filter(word -> Math.abs(word.length() - typed.length()) <= farthest)
                .filter(word -> distance(typed, word) <= farthest)
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** Levenshtein's distance, one row of its table at a time. */
    static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[right.length()];
    }
}
