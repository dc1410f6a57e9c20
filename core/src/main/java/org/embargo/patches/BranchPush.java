package org.embargo.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.embargo.model.PlannedRef;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.Applies;

/**
 * Pushes what was approved to all branches, with tags, at once or not at all. Before it pushes it rehearses on the branches
 * as they are now, and compares with what was approved. Safe for use by many threads; two pushes of one case must not run
 * side by side.
 */
public final class BranchPush {

    static final int TRIES = 3;

    private final GitSettings settings;
    private final WorkFolder folder;

    public BranchPush(GitSettings settings, WorkFolder folder) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * Pushes {@code order}. Where branches move meanwhile it fetches, rehearses and tries again, {@value #TRIES} times.
     *
     * @param recorded what an earlier try had recorded; empty where there was none. If it came through, nothing is pushed
     * @throws GitException when git or the repository fails. A push may have come through even so: try again with what was
     *                      recorded
     */
    public PushOutcome push(PushOrder order, NeutralityCheck check, List<PlannedRef> recorded, PushRecord record) {
        Attempt attempt = new Attempt(order, check, recorded, record);
        for (int i = 0; i < TRIES; i++) {
            try (PrivateClone clone = PrivateClone.open(folder, settings, order.repository())) {
                PushOutcome outcome = attempt.run(clone);
                if (!(outcome instanceof PushOutcome.Moved)) {
                    return outcome;
                }
            }
        }
        return new PushOutcome.Moved(TRIES);
    }

    /** The tries of one order; what one has recorded, the next looks for. */
    private static final class Attempt {
        private final PushOrder order;
        private final NeutralityCheck check;
        private final PushRecord record;
        private List<PlannedRef> recorded;

        Attempt(PushOrder order, NeutralityCheck check, List<PlannedRef> recorded, PushRecord record) {
            this.order = order;
            this.check = check;
            this.recorded = List.copyOf(recorded);
            this.record = record;
        }

        PushOutcome run(PrivateClone clone) {
            Map<String, String> refs = clone.refs();
            List<PlannedRef> landed = new LandedRefs(clone, refs).of(recorded);
            if (!landed.isEmpty()) {
                return landed(landed);
            }
            List<NeutralityCheck.Breach> breaches = order.breaches(check);
            if (!breaches.isEmpty()) {
                return new PushOutcome.NotNeutral(breaches);
            }
            List<RefName> taken = order.tags().keySet().stream()
                    .filter(tag -> refs.containsKey(tag.tagRef()))
                    .sorted()
                    .toList();
            if (!taken.isEmpty()) {
                return new PushOutcome.TagExists(taken);
            }
            return rehearsed(clone, new PatchTrial(clone).tryAll(order.series(), refs));
        }

        private PushOutcome landed(List<PlannedRef> landed) {
            List<PlannedRef> missing = new ArrayList<>(recorded);
            missing.removeAll(landed);
            return missing.isEmpty()
                    ? new PushOutcome.AlreadyThere(landed)
                    : new PushOutcome.PartlyThere(landed, missing);
        }

        private PushOutcome rehearsed(PrivateClone clone, List<PatchTrial.Result> results) {
            List<BranchRehearsal> rehearsals =
                    results.stream().map(PatchTrial.Result::rehearsal).toList();
            if (!rehearsals.stream().allMatch(BranchRehearsal::applies)) {
                return new PushOutcome.DoesNotApply(rehearsals);
            }
            List<RefName> different = rehearsals.stream()
                    .filter(each -> !isApproved(each))
                    .map(BranchRehearsal::branch)
                    .toList();
            if (!different.isEmpty()) {
                return new PushOutcome.Differs(different, rehearsals);
            }
            return pushed(clone, new CommitWriter(clone, order).write(results));
        }

        private boolean isApproved(BranchRehearsal rehearsal) {
            return rehearsal instanceof Applies applies
                    && applies.identity().equals(order.approved().get(applies.branch()));
        }

        private PushOutcome pushed(PrivateClone clone, List<PlannedRef> planned) {
            record.willPush(planned);
            recorded = planned;
            PushReport report = new PushReport(clone.push(planned));
            if (report.isDone()) {
                return new PushOutcome.Pushed(planned);
            }
            if (report.isMoved()) {
                return new PushOutcome.Moved(1);
            }
            if (report.isRefused()) {
                return new PushOutcome.Refused(report.reason());
            }
            throw new GitException(GitException.Reason.REPOSITORY_AWAY, "push", report.reason());
        }
    }
}
