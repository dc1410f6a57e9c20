package org.embargo.patches;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.Confidential;
import org.embargo.patches.PatchFormatException.Reason;

/** What git says of one file before its hunks: names, modes, renames. */
final class FileHead {

    static final String START = "diff --git ";

    private static final String NULL = "/dev/null";
    private static final Pattern MODE = Pattern.compile("(old mode|new mode|deleted file mode|new file mode) (\\d{6})");
    private static final Pattern INDEX = Pattern.compile("index [0-9a-f]{4,64}[.][.][0-9a-f]{4,64}(?: (\\d{6}))?");
    private static final Pattern LIKENESS = Pattern.compile("(?:dis)?similarity index \\d{1,3}%");
    private static final Pattern MOVE = Pattern.compile("(rename|copy) (from|to) (.+)");
    private static final Set<String> MODES = Set.of("100644", "100755", "120000", "160000");

    private final DiffLines lines;
    private final PatchLimits limits;
    private final String names;
    private final List<String> extended = new ArrayList<>();
    private String oldPath = "";
    private String newPath = "";
    private int oldMode;
    private int newMode;
    private boolean isNew;
    private boolean isDeleted;
    private boolean changesMode;

    private FileHead(DiffLines lines, PatchLimits limits, String names) {
        this.lines = lines;
        this.limits = limits;
        this.names = names;
    }

    /** Reads from the line that begins with {@value #START} up to what follows the head. */
    static FileHead read(DiffLines lines, PatchLimits limits) throws PatchFormatException {
        FileHead head = new FileHead(lines, limits, lines.next().substring(START.length()));
        while (head.takes(lines.peek())) {
            lines.skip();
        }
        head.name();
        return head;
    }

    /** The head as git reads it, whatever is in the names; with the two lines before hunks if {@code withHunks}. */
    String text(boolean withHunks) {
        StringBuilder text = new StringBuilder(START)
                .append(DiffPath.quoted("a/", oldPath))
                .append(' ')
                .append(DiffPath.quoted("b/", newPath))
                .append('\n');
        extended.forEach(line -> text.append(line).append('\n'));
        if (withHunks) {
            text.append("--- ").append(isNew ? NULL : DiffPath.quoted("a/", oldPath));
            text.append("\n+++ ").append(isDeleted ? NULL : DiffPath.quoted("b/", newPath));
            text.append('\n');
        }
        return text.toString();
    }

    FileChange change() {
        return new FileChange(new Confidential(oldPath), new Confidential(newPath), oldMode, newMode);
    }

    /** Whether it does anything without hunks. */
    boolean isWhole() {
        return isNew || isDeleted || changesMode || !oldPath.equals(newPath);
    }

    /** Takes the lines {@code ---} and {@code +++}, which must say the same. */
    void takeHunkNames() throws PatchFormatException {
        requireName(lines.next().substring(4), oldPath, isNew);
        if (!lines.nextStarts("+++ ")) {
            throw lines.bad(Reason.BAD_HEADER);
        }
        requireName(lines.next().substring(4), newPath, isDeleted);
    }

    private void requireName(String written, String path, boolean absent) throws PatchFormatException {
        String name = unquoted(written.replaceFirst("\t.*$", ""));
        if (absent
                ? !NULL.equals(name)
                : !name.equals(raw(path)) && !name.matches("[a-z]/" + Pattern.quote(raw(path)))) {
            throw lines.bad(Reason.PATHS_DIFFER);
        }
    }

    private boolean takes(String line) throws PatchFormatException {
        return takesMode(line) || takesIndex(line) || takesMove(line) || takesLikeness(line);
    }

    private boolean takesMode(String line) throws PatchFormatException {
        Matcher matcher = MODE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        int mode = mode(matcher.group(2));
        String what = matcher.group(1);
        if (what.startsWith("old") || what.startsWith("deleted")) {
            oldMode = mode;
        } else {
            newMode = mode;
        }
        isNew |= what.startsWith("new file");
        isDeleted |= what.startsWith("deleted");
        changesMode |= what.equals("new mode");
        return extended.add(line);
    }

    private boolean takesIndex(String line) throws PatchFormatException {
        Matcher matcher = INDEX.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        if (matcher.group(1) != null) {
            oldMode = mode(matcher.group(1));
            newMode = oldMode;
        }
        return extended.add(line);
    }

    private boolean takesMove(String line) throws PatchFormatException {
        Matcher matcher = MOVE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String path = checked(unquoted(matcher.group(3)));
        if ("from".equals(matcher.group(2))) {
            oldPath = path;
        } else {
            newPath = path;
        }
        return extended.add(matcher.group(1) + " " + matcher.group(2) + " " + DiffPath.quoted("", path));
    }

    private boolean takesLikeness(String line) {
        return LIKENESS.matcher(line).matches() && extended.add(line);
    }

    private int mode(String text) throws PatchFormatException {
        if (!MODES.contains(text)) {
            throw lines.bad(Reason.BAD_HEADER);
        }
        return Integer.parseInt(text, 8);
    }

    private void name() throws PatchFormatException {
        if (oldPath.isEmpty() != newPath.isEmpty()) {
            throw lines.bad(Reason.BAD_HEADER);
        }
        if (oldPath.isEmpty()) {
            String both = checked(sameName().orElseThrow(() -> lines.bad(Reason.PATHS_DIFFER)));
            oldPath = both;
            newPath = both;
        }
    }

    /** Without a rename both halves name one file, with prefixes such as a/ and b/ or without. */
    private Optional<String> sameName() throws PatchFormatException {
        int middle = names.startsWith("\"") ? DiffPath.endOfQuoted(names) : (names.length() - 1) / 2;
        if (middle <= 0 || middle >= names.length() || names.charAt(middle) != ' ') {
            return Optional.empty();
        }
        String left = unquoted(names.substring(0, middle));
        String right = unquoted(names.substring(middle + 1));
        if (left.equals(right)) {
            return Optional.of(left);
        }
        return left.matches("(?s)[a-z]/.+")
                        && right.matches("(?s)[a-z]/.+")
                        && left.substring(2).equals(right.substring(2))
                ? Optional.of(left.substring(2))
                : Optional.empty();
    }

    private String checked(String path) throws PatchFormatException {
        return DiffPath.checked(path, limits);
    }

    private static String unquoted(String name) throws PatchFormatException {
        return name.startsWith("\"") ? DiffPath.unquoted(name) : name;
    }

    /** Bytes as characters, as names stand in the text. */
    private static String raw(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
