package org.embargo.patches;

import java.util.List;
import java.util.regex.Pattern;
import org.embargo.model.Confidential;

/** What {@code git push --porcelain} says, read. */
final class PushReport {

    /** Somebody was faster: seen by us before the push, or by the repository while it took it. */
    private static final Pattern MOVED = Pattern.compile(
            "stale info|fetch first|non-fast-forward|cannot lock ref|incorrect old value|failed to update ref|already exists");

    /** What an atomic push says of it: of each ref only that all failed together, and why beside it. */
    private static final Pattern ALL_FAILED = Pattern.compile("\\(atomic transaction failed\\)");

    private static final Pattern MOVED_BESIDE = Pattern.compile("is at [0-9a-f]{40,64} but expected|already exists");

    private static final int MAX_REASON = 4000;

    private final GitOutput output;
    private final List<String> rejected;

    PushReport(GitOutput output) {
        this.output = output;
        this.rejected =
                output.text().lines().filter(line -> line.startsWith("!")).toList();
    }

    boolean isDone() {
        return output.isGood();
    }

    boolean isMoved() {
        return rejected.stream()
                .anyMatch(line -> MOVED.matcher(line).find()
                        || (ALL_FAILED.matcher(line).find()
                                && MOVED_BESIDE.matcher(output.errors()).find()));
    }

    boolean isRefused() {
        return !rejected.isEmpty() || output.errors().contains("does not support --atomic");
    }

    Confidential reason() {
        String all = String.join("\n", rejected) + "\n" + output.errors();
        return new Confidential(all.length() > MAX_REASON ? all.substring(0, MAX_REASON) : all);
    }
}
