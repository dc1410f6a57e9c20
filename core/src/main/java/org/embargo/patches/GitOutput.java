package org.embargo.patches;

import java.nio.charset.StandardCharsets;

/** What one run of git left: its status, and what it printed. Prints as its status alone. */
final class GitOutput {

    private final int status;
    private final byte[] out;
    private final byte[] errors;

    /** The arrays are given away. */
    GitOutput(int status, byte[] out, byte[] errors) {
        this.status = status;
        this.out = out;
        this.errors = errors;
    }

    boolean isGood() {
        return status == 0;
    }

    byte[] bytes() {
        return out;
    }

    String text() {
        return new String(out, StandardCharsets.UTF_8);
    }

    String errors() {
        return new String(errors, StandardCharsets.UTF_8);
    }

    /** Both, since git writes why a patch fails to the one or the other. */
    String everything() {
        return text() + "\n" + errors();
    }

    @Override
    public String toString() {
        return "git ended with " + status;
    }
}
