package org.embargo.patches;

import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.model.Confidential;
import org.embargo.patches.PatchFormatException.Reason;

/**
 * The two lines before the hunks of a file in a diff that git did not make.
 *
 * @param path as in the tree
 */
record PlainHead(String path, boolean isNew, boolean isDeleted) {

    private static final String NULL = "/dev/null";

    /** How {@code diff -N} marks a file that is not there. */
    private static final Pattern EPOCH = Pattern.compile(".*\t(?:1970-01-01|1969-12-31|Thu Jan  1|Wed Dec 31).*");

    private static final Pattern KEPT_COPY = Pattern.compile("(.+?)(?:[.]orig|[.]old|[.]bak|~)");

    static PlainHead read(DiffLines lines, PatchLimits limits) throws PatchFormatException {
        String before = lines.next().substring(4);
        String after = lines.next().substring(4);
        String old = name(before);
        String now = name(after);
        boolean isNew = NULL.equals(old) || EPOCH.matcher(before).matches();
        boolean isDeleted = NULL.equals(now) || EPOCH.matcher(after).matches();
        String raw = commonName(old, now).orElseThrow(() -> lines.bad(Reason.PATHS_DIFFER));
        return new PlainHead(DiffPath.checked(raw, limits), isNew, isDeleted);
    }

    String text() {
        return "--- " + (isNew ? NULL : DiffPath.quoted("a/", path)) + "\n+++ "
                + (isDeleted ? NULL : DiffPath.quoted("b/", path)) + "\n";
    }

    FileChange change() {
        Confidential named = new Confidential(path);
        return new FileChange(named, named, 0, 0);
    }

    private static String name(String line) throws PatchFormatException {
        String name = line.replaceFirst("\t.*$", "");
        return name.startsWith("\"") ? DiffPath.unquoted(name) : name;
    }

    /** The file that both names mean: as they are, without the first folder of each, or one as the kept copy. */
    private static Optional<String> commonName(String old, String now) {
        if (NULL.equals(old) || NULL.equals(now)) {
            String named = NULL.equals(old) ? now : old;
            return Optional.of(named.matches("[a-z]/.+") ? named.substring(2) : named);
        }
        if (old.equals(now)) {
            return Optional.of(old);
        }
        String oldRest = old.substring(old.indexOf('/') + 1);
        String nowRest = now.substring(now.indexOf('/') + 1);
        if (oldRest.equals(nowRest)) {
            return Optional.of(nowRest);
        }
        return KEPT_COPY.matcher(old).replaceFirst("$1").equals(now) ? Optional.of(now) : Optional.empty();
    }
}
