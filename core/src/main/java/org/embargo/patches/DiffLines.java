package org.embargo.patches;

import java.util.List;
import org.embargo.patches.PatchFormatException.Reason;

/** The lines of a diff, one after the other. One thread. */
final class DiffLines {

    private static final String CR = "\r";

    private final List<String> lines;
    private final boolean windows;
    private int at;

    /** @param text bytes as characters */
    DiffLines(String text, PatchLimits limits) throws PatchFormatException {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        this.lines = List.of(whole.split("\n", -1));
        this.windows = lines.stream().allMatch(line -> line.endsWith(CR));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > limits.lineBytes()) {
                throw new PatchFormatException(Reason.LINE_TOO_LONG, i + 1);
            }
        }
    }

    /** Whether every line ends in CRLF, so that CR may be the mail's doing or the file's. */
    boolean isWindows() {
        return windows;
    }

    boolean isAtEnd() {
        return at == lines.size();
    }

    /** The next line without its CR; empty at the end. */
    String peek() {
        return isAtEnd() ? "" : withoutCr(lines.get(at));
    }

    boolean nextStarts(String start) {
        return !isAtEnd() && lines.get(at).startsWith(start);
    }

    /** Whether the line {@code further} lines on starts so. */
    boolean laterStarts(int further, String start) {
        return at + further < lines.size() && lines.get(at + further).startsWith(start);
    }

    String next() throws PatchFormatException {
        return withoutCr(nextContent());
    }

    /** The next line with whatever CR it has. */
    String nextContent() throws PatchFormatException {
        if (isAtEnd()) {
            throw bad(Reason.CUT_SHORT);
        }
        return lines.get(at++);
    }

    void skip() {
        at++;
    }

    void skipIfAny() {
        at = Math.min(at + 1, lines.size());
    }

    PatchFormatException bad(Reason reason) {
        return new PatchFormatException(reason, Math.min(at + 1, lines.size()));
    }

    static String withoutCr(String line) {
        return line.endsWith(CR) ? line.substring(0, line.length() - 1) : line;
    }
}
