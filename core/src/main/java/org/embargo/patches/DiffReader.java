package org.embargo.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.Confidential;
import org.embargo.patches.PatchFormatException.Reason;

/**
 * Takes the diffs out of a text, leaves everything between them out, and writes them anew: what git reads later is what was
 * checked here. One text, one thread.
 */
final class DiffReader {

    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
    private static final Pattern BINARY_SIZE = Pattern.compile("(?:literal|delta) \\d{1,9}");
    private static final Pattern BINARY_LINE = Pattern.compile("[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{5,65}");
    private static final Pattern LEFT_OUT = Pattern.compile("Only in [^:]+: .+");
    private static final Pattern BINARY_NAMED = Pattern.compile("(?:Binary f|F)iles .+ and .+ differ");

    private final DiffLines lines;
    private final PatchLimits limits;
    private final StringBuilder diff = new StringBuilder();
    private final StringBuilder windows = new StringBuilder();
    private final List<FileChange> changes = new ArrayList<>();

    /** @param text bytes as characters */
    DiffReader(String text, PatchLimits limits) throws PatchFormatException {
        this.lines = new DiffLines(text, limits);
        this.limits = limits;
    }

    /** The patch in the text, or empty where there is no diff in it. */
    Optional<Patch> read(Optional<Confidential> author) throws PatchFormatException {
        while (!lines.isAtEnd()) {
            readNext();
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Patch(
                        author,
                        new Confidential(diff.toString()),
                        lines.isWindows() ? Optional.of(new Confidential(windows.toString())) : Optional.empty(),
                        changes));
    }

    private void readNext() throws PatchFormatException {
        if (lines.nextStarts(FileHead.START)) {
            readGitFile();
        } else if (lines.nextStarts("--- ") && lines.laterStarts(1, "+++ ") && lines.laterStarts(2, "@@ -")) {
            readPlainFile();
        } else {
            requireNothingLost(lines.peek());
            lines.skip();
        }
    }

    /** Between diffs stands what people write; but what a diff could not hold must not go unnoticed. */
    private void requireNothingLost(String line) throws PatchFormatException {
        if (line.startsWith("diff --cc ") || line.startsWith("diff --combined ")) {
            throw lines.bad(Reason.COMBINED_DIFF);
        }
        if (BINARY_NAMED.matcher(line).matches()) {
            throw lines.bad(Reason.BINARY_WITHOUT_CONTENT);
        }
        if (LEFT_OUT.matcher(line).matches()) {
            throw lines.bad(Reason.PART_IS_MISSING);
        }
        if (HUNK.matcher(line).matches()) {
            throw lines.bad(Reason.BAD_HUNK);
        }
    }

    private void readGitFile() throws PatchFormatException {
        FileHead head = FileHead.read(lines, limits);
        boolean hunks = lines.nextStarts("--- ") && lines.laterStarts(1, "+++ ");
        if (hunks) {
            head.takeHunkNames();
        }
        add(head.change(), head.text(hunks));
        if (hunks) {
            readHunks();
        } else if ("GIT binary patch".equals(lines.peek())) {
            readBinary();
        } else {
            requireNothingLost(lines.peek());
            if (!head.isWhole()) {
                throw lines.bad(Reason.BAD_HEADER);
            }
        }
    }

    private void readPlainFile() throws PatchFormatException {
        PlainHead head = PlainHead.read(lines, limits);
        add(head.change(), head.text());
        readHunks();
    }

    private void add(FileChange change, String head) throws PatchFormatException {
        changes.add(change);
        if (changes.size() > limits.files()) {
            throw lines.bad(Reason.TOO_MANY_FILES);
        }
        emit(head);
    }

    private void readHunks() throws PatchFormatException {
        if (!lines.nextStarts("@@ -")) {
            throw lines.bad(Reason.BAD_HUNK);
        }
        while (lines.nextStarts("@@ -")) {
            readHunk();
        }
    }

    private void readHunk() throws PatchFormatException {
        Matcher matcher = HUNK.matcher(lines.peek());
        if (!matcher.matches()) {
            throw lines.bad(Reason.BAD_HUNK);
        }
        emit(lines.next() + "\n");
        int old = count(matcher.group(2));
        int now = count(matcher.group(4));
        while (old > 0 || now > 0) {
            char kind = emitContent();
            old -= kind == '+' || kind == '\\' ? 0 : 1;
            now -= kind == '-' || kind == '\\' ? 0 : 1;
            if (old < 0 || now < 0) {
                throw lines.bad(Reason.BAD_HUNK);
            }
        }
        if (lines.nextStarts("\\ ")) {
            emitContent();
        }
    }

    @SuppressWarnings("NullAway") // a group that is not there is null
    private static int count(String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** One line of a hunk, and what it is: added, removed, context, or a remark of the diff. */
    private char emitContent() throws PatchFormatException {
        String line = lines.nextContent();
        String bare = DiffLines.withoutCr(line);
        char kind = bare.isEmpty() ? ' ' : bare.charAt(0);
        if (" +-\\".indexOf(kind) < 0 || line.indexOf('\0') >= 0) {
            throw lines.bad(Reason.BAD_HUNK);
        }
        diff.append(lines.isWindows() ? bare : line).append('\n');
        windows.append(kind == '\\' ? bare : line).append('\n');
        return kind;
    }

    private void readBinary() throws PatchFormatException {
        emit(lines.next() + "\n");
        if (!BINARY_SIZE.matcher(lines.peek()).matches()) {
            throw lines.bad(Reason.CUT_SHORT);
        }
        while (BINARY_SIZE.matcher(lines.peek()).matches()) {
            emit(lines.next() + "\n");
            while (BINARY_LINE.matcher(lines.peek()).matches()) {
                emit(lines.next() + "\n");
            }
            if (!lines.isAtEnd() && !lines.peek().isEmpty()) {
                throw lines.bad(Reason.CUT_SHORT);
            }
            lines.skipIfAny();
            emit("\n");
        }
    }

    private void emit(String text) {
        diff.append(text);
        windows.append(text);
    }
}
