package org.embargo.patches;

import java.util.Objects;

/** Attachments can't be used as patches. Says why and where, and nothing of what stands in them. */
public final class PatchFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        NO_PATCH("no patch was found"),
        TOO_LARGE("too large"),
        TOO_MANY_PATCHES("too many patches"),
        TOO_MANY_FILES("too many files in one patch"),
        LINE_TOO_LONG("a line is too long"),
        PATH_TOO_LONG("a path is too long"),
        PATH_NOT_UTF8("a path is not in UTF-8"),
        PATH_WITH_CONTROL_CHARACTERS("a path holds control characters or invisible ones"),
        PATH_LEAVES_THE_TREE("a path leads out of the tree"),
        PATH_INTO_GIT("a path leads into git's own folder"),
        PATHS_DIFFER("a file has two names and is not renamed"),
        CUT_SHORT("a hunk or a binary part ends early"),
        BAD_HUNK("a hunk has another form"),
        BAD_HEADER("the head of a file has another form"),
        BINARY_WITHOUT_CONTENT("a binary file is named without its content; make the patch with --binary"),
        PART_IS_MISSING("a file is named that the patch does not hold"),
        COMBINED_DIFF("the diff of a merge can't be applied"),
        BAD_MAIL("the mail that holds it can't be read");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    private final Reason reason;
    private final int attachment;
    private final int line;

    private PatchFormatException(Reason reason, int attachment, int line) {
        super(reason.text()
                + (attachment > 0 ? ", attachment " + attachment : "")
                + (line > 0 ? ", line " + line : ""));
        this.reason = Objects.requireNonNull(reason, "reason");
        this.attachment = attachment;
        this.line = line;
    }

    PatchFormatException(Reason reason) {
        this(reason, 0, 0);
    }

    PatchFormatException(Reason reason, int line) {
        this(reason, 0, line);
    }

    PatchFormatException inAttachment(int number) {
        return new PatchFormatException(reason, number, line);
    }

    public Reason reason() {
        return reason;
    }

    /** Counted from 1; 0 where no single one is meant. */
    public int attachment() {
        return attachment;
    }

    /** Of the decoded text, counted from 1; 0 where no single line is meant. */
    public int line() {
        return line;
    }
}
