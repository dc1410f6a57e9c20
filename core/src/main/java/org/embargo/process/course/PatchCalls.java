package org.embargo.process.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.embargo.model.BranchPatch;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.Confidential;
import org.embargo.model.FinishedTexts;
import org.embargo.model.PatchEvent;
import org.embargo.model.Patches;
import org.embargo.model.PlannedRef;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Finding.Kind;

/** Decides what is recorded and told of what was done in the repository. Pure but for the draw of ids. */
public final class PatchCalls {

    private final Case current;
    private final Mailing mailing;

    public PatchCalls(Case current, Mailing mailing) {
        this.current = current;
        this.mailing = mailing;
    }

    /** Tells what has changed since the last rehearsal; the first one always. */
    public Outcome rehearsed(List<BranchPatch> results) {
        // diffs are large: what is as before is not written again
        List<BranchPatch> changed = results.stream()
                .filter(each -> !current.patches().branches().contains(each))
                .toList();
        CaseEvent rehearsed = new PatchEvent.PatchesRehearsed(changed, mailing.now());
        List<BranchPatch> after = current.after(rehearsed).patches().branches();
        boolean isNews =
                !withoutMoves(after).equals(withoutMoves(current.patches().branches()));
        List<Finding> findings =
                after.stream().flatMap(each -> findings(each).stream()).toList();
        boolean areGood = after.stream().allMatch(BranchPatch::counts);
        return new Outcome(
                List.of(rehearsed), isNews ? call(areGood ? Call.PATCHES : Call.PATCHES_FAIL, findings) : List.of());
    }

    /** Where in a file a hunk stands is no news, nor which commit the branch is at. */
    private static List<List<Object>> withoutMoves(List<BranchPatch> patches) {
        return patches.stream()
                .map(each -> List.<Object>of(
                        each.branch(),
                        each.mail(),
                        each.state(),
                        each.result()
                                .map(made ->
                                        made.identity().<Object>map(id -> id).orElse(made.sha256())),
                        each.notAllowed()))
                .toList();
    }

    /** They are public; releases are issued now. */
    public Outcome pushed(List<PlannedRef> refs) {
        List<Finding> findings = new ArrayList<>(refs.stream()
                .map(ref -> Finding.of(Kind.PUSHED, ref.ref(), ref.id()))
                .toList());
        findings.addAll(Disclosure.wanted(current));
        return new Outcome(
                List.of(new PatchEvent.PatchesPushed(refs, mailing.now())), call(Call.PATCHES_PUSHED, findings));
    }

    /**
     * Nothing was pushed, and a human must look.
     *
     * @param found how the branches took the patches, where they were tried
     */
    public Outcome stopped(List<Finding> why, List<BranchPatch> found) {
        List<BranchPatch> misfits =
                found.stream().filter(each -> !each.state().isGood()).toList();
        return new Outcome(
                List.of(new PatchEvent.PushStopped(misfits, mailing.now())), call(Call.PATCHES_STOPPED, why));
    }

    /**
     * What speaks against a push, whatever the repository says.
     *
     * @param approved what is approved at this moment
     * @param held     whether the operator holds it
     */
    public static Optional<Finding> objection(Case current, Optional<FinishedTexts> approved, boolean held) {
        if (held || current.held()) {
            return Optional.of(Finding.of(Kind.PUSH_STOPPED, "HELD"));
        }
        if (approved.isEmpty()) {
            return Optional.of(Finding.of(Kind.PUSH_STOPPED, "NOT_APPROVED"));
        }
        return current.patches().areReady()
                ? Optional.empty()
                : Optional.of(Finding.of(Kind.PUSH_STOPPED, "NOT_READY"));
    }

    /**
     * The program for releases was called.
     *
     * @param failures what went wrong; none where it did its work for all releases
     */
    public Outcome hooked(List<Finding> failures) {
        CaseEvent called = new PatchEvent.ReleaseHookCalled(failures.isEmpty(), mailing.now());
        return new Outcome(List.of(called), failures.isEmpty() ? List.of() : call(Call.HOOK_FAILED, failures));
    }

    /**
     * The repository was looked at. Each find is told once: names are looked at again every day.
     *
     * @param mentions what speaks of the case there
     */
    public Outcome watched(Set<String> tips, List<Finding> mentions) {
        Patches before = current.patches();
        List<Finding> news = mentions.stream()
                .filter(each -> !before.told().contains(name(each)))
                .toList();
        PatchEvent look = new PatchEvent.RepositoryWatched(
                mailing.now(),
                without(tips, before.seen()),
                without(before.seen(), tips),
                news.stream().map(PatchCalls::name).toList());
        return new Outcome(List.of(look), news.isEmpty() ? List.of() : call(Call.LEAK, news));
    }

    private static Confidential name(Finding mention) {
        return new Confidential(
                mention.values().stream().map(Confidential::text).collect(Collectors.joining(" ")));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }

    /** A sentence for how it stands, and one for all that needs a word. */
    public static List<Finding> findings(BranchPatch patch) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(Kind.PATCH_STATE, about(patch)));
        patch.notAllowed()
                .forEach(unusual -> findings.add(Finding.of(
                        Kind.PATCH_UNUSUAL,
                        unusual.kind(),
                        patch.branch().value(),
                        unusual.path().text())));
        return findings;
    }

    /** State; branch; where it fails. */
    public static String[] about(BranchPatch patch) {
        String where = patch.failures().stream().map(Confidential::text).collect(Collectors.joining(", "));
        return new String[] {patch.state().name(), patch.branch().value(), where};
    }

    private List<OutboxLetter> call(Call call, List<Finding> findings) {
        return Disclosure.call(current, mailing, call, findings);
    }
}
