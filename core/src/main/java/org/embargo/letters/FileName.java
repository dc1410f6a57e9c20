package org.embargo.letters;

import java.util.regex.Pattern;

/** Names of files from outside, reduced to what no mail program and no file system takes for anything else. */
final class FileName {

    private static final int LONGEST = 60;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");

    private FileName() {}

    /** Letters, digits, dots, hyphens and underscores of {@code name}, its end where it is long; may be empty. */
    static String safe(String name) {
        String reduced = UNSAFE.matcher(name).replaceAll("_").replaceAll("^[._-]+|[._-]+$", "");
        return reduced.substring(Math.max(0, reduced.length() - LONGEST));
    }
}
