package org.embargo.patches;

import java.util.Objects;
import org.embargo.model.Confidential;

/** Git, or the repository, failed; a later try may succeed. Its message holds nothing that git printed. */
public final class GitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Reason {
        NOT_STARTED("git can't be started"),
        TOO_LONG("git took too long and was ended"),
        TOO_MUCH("git printed too much and was ended"),
        FAILED("git failed"),
        REPOSITORY_AWAY("the repository can't be reached");

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

    @SuppressWarnings("serial") // never serialised
    private final transient Confidential printed;

    GitException(Reason reason, String command, Confidential printed) {
        super(reason.text() + ": " + command);
        this.reason = reason;
        this.printed = printed;
    }

    GitException(Reason reason, String command, Throwable cause) {
        super(reason.text() + ": " + command, Objects.requireNonNull(cause, "cause"));
        this.reason = reason;
        this.printed = new Confidential("");
    }

    public Reason reason() {
        return reason;
    }

    /** What git printed as errors; for the team alone, since paths of a patch may be in it. */
    public Confidential printed() {
        return printed;
    }
}
