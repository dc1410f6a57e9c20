package org.embargo.patches;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.embargo.content.Content;
import org.embargo.model.PatchIdentity;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.Applies;
import org.embargo.patches.BranchRehearsal.NoBranch;
import org.embargo.patches.BranchRehearsal.NothingLeft;

/** Applies series to branches in one private clone. */
final class PatchTrial {

    private static final String[] DIFF = {
        "diff", "--binary", "--full-index", "--find-renames", "--no-ext-diff", "--no-textconv", "--no-color"
    };

    private final PrivateClone clone;

    PatchTrial(PrivateClone clone) {
        this.clone = clone;
    }

    /**
     * What became of one branch.
     *
     * @param trees after each patch that changed something; empty where not all of them apply
     */
    record Result(BranchRehearsal rehearsal, List<Tree> trees) {}

    /**
     * @param id    of the tree
     * @param patch which of the series made it, counted from 0
     */
    record Tree(String id, int patch) {}

    /** Tries every series on its branch, in the order of names. */
    List<Result> tryAll(Map<RefName, PatchSeries> series, Map<String, String> refs) {
        List<RefName> branches = series.keySet().stream().sorted().toList();
        clone.fetch(branches.stream()
                .map(RefName::branchRef)
                .filter(refs::containsKey)
                .toList());
        List<Result> results = new ArrayList<>();
        for (RefName branch : branches) {
            PatchSeries patches = series.get(branch);
            if (patches == null || !refs.containsKey(branch.branchRef())) {
                results.add(new Result(new NoBranch(branch), List.of()));
            } else {
                results.add(tryOne(branch, patches));
            }
        }
        return results;
    }

    private Result tryOne(RefName branch, PatchSeries series) {
        String base = clone.line(
                PrivateClone.NO_INPUT, "rev-parse", "--verify", PrivateClone.fetched(branch.branchRef()) + "^{commit}");
        GitOutput applied = apply(base, series, false);
        if (!applied.isGood()
                && series.patches().stream().anyMatch(each -> each.windows().isPresent())) {
            GitOutput again = apply(base, series, true);
            applied = again.isGood() ? again : apply(base, series, false);
        }
        return applied.isGood()
                ? applied(branch, base, applied)
                : new Result(new ApplyFailure(clone, applied).on(branch, base), List.of());
    }

    private GitOutput apply(String base, PatchSeries series, boolean windows) {
        // what an earlier branch or try left unfinished; there may be none
        clone.run(PrivateClone.NO_INPUT, "am", "--quit");
        clone.require(PrivateClone.NO_INPUT, "checkout", "--quiet", "--force", "--detach", base);
        clone.require(PrivateClone.NO_INPUT, "clean", "--quiet", "-ffdx");
        return clone.run(
                CanonicalMailbox.of(series.patches(), windows),
                "am",
                "--3way",
                "--keep-cr",
                "--quoted-cr=nowarn",
                "--no-scissors",
                "--no-gpg-sign",
                "--patch-format=mbox");
    }

    private Result applied(RefName branch, String base, GitOutput output) {
        List<Tree> trees = trees(base);
        if (trees.isEmpty()) {
            return new Result(new NothingLeft(branch, base), List.of());
        }
        byte[] diff = diff(base, "HEAD");
        Set<String> ids = new HashSet<>(commitPatchIds(base));
        String stable = patchIds(diff).get(0);
        ids.add(stable);
        boolean threeWay = output.everything().contains("Falling back to patching base");
        return new Result(
                new Applies(
                        branch,
                        base,
                        threeWay,
                        Content.of(diff),
                        new PatchIdentity(stable, ExactPatchId.of(diff)),
                        ids,
                        UnusualContent.in(new RawChanges(clone).between(base, "HEAD"))),
                trees);
    }

    /** The subjects are ours and hold the number of the patch. */
    private List<Tree> trees(String base) {
        List<Tree> trees = new ArrayList<>();
        String before = clone.line(PrivateClone.NO_INPUT, "rev-parse", base + "^{tree}");
        String log = clone.line(PrivateClone.NO_INPUT, "log", "--reverse", "--format=%T %s", base + "..HEAD");
        for (String line : log.isEmpty() ? new String[0] : log.split("\n", -1)) {
            int blank = line.indexOf(' ');
            String tree = line.substring(0, blank);
            if (!tree.equals(before)) {
                String number = line.substring(blank + 1 + CanonicalMailbox.SUBJECT.length());
                trees.add(new Tree(tree, Integer.parseInt(number) - 1));
            }
            before = tree;
        }
        return trees;
    }

    private byte[] diff(String from, String to) {
        String[] arguments = new String[DIFF.length + 2];
        System.arraycopy(DIFF, 0, arguments, 0, DIFF.length);
        arguments[DIFF.length] = from;
        arguments[DIFF.length + 1] = to;
        return clone.require(PrivateClone.NO_INPUT, arguments);
    }

    private List<String> commitPatchIds(String base) {
        String commits = clone.line(PrivateClone.NO_INPUT, "rev-list", base + "..HEAD") + "\n";
        return patchIds(PublicCommits.diffs(clone, commits.getBytes(StandardCharsets.US_ASCII)));
    }

    private List<String> patchIds(byte[] diffs) {
        return PublicCommits.patchIds(clone, diffs).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }
}
