package org.embargo.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What makes two results the same patch although the branch has moved on: everything but where in a file its hunks stand.
 *
 * @param stable what {@code git patch-id --stable} says; it knows no difference in blanks, and old versions of git none in
 *               modes and binary files
 * @param exact  SHA-256 over every line of the diff but object ids, likeness and the hunks' places, in hexadecimal
 */
public record PatchIdentity(String stable, String exact) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40,64}");

    public PatchIdentity {
        Objects.requireNonNull(stable, "stable");
        Objects.requireNonNull(exact, "exact");
        if (!HEX.matcher(stable).matches() || !HEX.matcher(exact).matches()) {
            throw new IllegalArgumentException("a patch id is hexadecimal");
        }
    }
}
