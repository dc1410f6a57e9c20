package org.embargo.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.Confidential;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.FailedPlace;
import org.embargo.patches.BranchRehearsal.Fails;

/** Reads out of what git printed where a patch fails. */
final class ApplyFailure {

    private static final int MAX_PLACES = 20;
    private static final int MAX_CONFLICT = 16_000;

    private static final Pattern PATCH = Pattern.compile("(?m)^Patch failed at (\\d+)");
    private static final Pattern HUNK = Pattern.compile("(?m)^error: patch failed: (.+):(\\d+)$");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^CONFLICT \\([^)]+\\): Merge conflict in (.+)$");
    private static final Pattern FILE = Pattern.compile(
            "(?m)^error: (?!patch failed)(.+): (?:does not exist|already exists|does not match|wrong type|patch does not|No such file|cannot).*$");

    private final PrivateClone clone;
    private final String printed;

    ApplyFailure(PrivateClone clone, GitOutput output) {
        this.clone = clone;
        this.printed = output.everything();
    }

    Fails on(RefName branch, String base) {
        Matcher patch = PATCH.matcher(printed);
        int number = patch.find() ? Integer.parseInt(patch.group(1)) : 0;
        Confidential conflict = conflict();
        return new Fails(branch, base, number, places(printed + triedAlone()), conflict);
    }

    /** With {@code -3} git does not say which hunk fails; the patch is tried again without, where the series had come to. */
    private String triedAlone() {
        byte[] patch = clone.run(PrivateClone.NO_INPUT, "am", "--show-current-patch=diff")
                .bytes();
        clone.require(PrivateClone.NO_INPUT, "reset", "--quiet", "--hard");
        return clone.run(patch, "apply", "--check", "--cached", "-").errors();
    }

    private static List<FailedPlace> places(String printed) {
        List<FailedPlace> places = new ArrayList<>();
        HUNK.matcher(printed).results().forEach(hunk -> add(places, hunk.group(1), Integer.parseInt(hunk.group(2))));
        for (Pattern each : List.of(CONFLICT, FILE)) {
            each.matcher(printed).results().forEach(file -> add(places, file.group(1), 0));
        }
        return places;
    }

    private static void add(List<FailedPlace> places, String path, int line) {
        boolean known =
                places.stream().anyMatch(each -> each.path().text().equals(path) && (line == 0 || each.line() == line));
        if (!known && places.size() < MAX_PLACES) {
            places.add(new FailedPlace(new Confidential(path), line));
        }
    }

    /** The hunks with both sides, where git tried to merge. */
    private Confidential conflict() {
        String diff = clone.run(
                        PrivateClone.NO_INPUT,
                        "diff",
                        "--diff-filter=U",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--no-color")
                .text();
        return new Confidential(diff.length() > MAX_CONFLICT ? diff.substring(0, MAX_CONFLICT) : diff);
    }
}
