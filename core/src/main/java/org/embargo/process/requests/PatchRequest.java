package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.BranchPatch;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.PatchEvent;
import org.embargo.model.RefName;
import org.embargo.process.course.PatchCalls;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** Sets the patches of a case. */
public sealed interface PatchRequest extends Request {

    /** Takes the attached patches for {@code branches}. */
    record Give(List<RefName> branches) implements PatchRequest {
        /** More branches than anybody supports. */
        private static final int MOST = 20;

        public Give {
            branches = List.copyOf(branches);
            if (branches.isEmpty()) {
                throw new IllegalArgumentException("patches are for a branch");
            }
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            Optional<Refusal> flaw = at.patchFlaw();
            if (flaw.isPresent()) {
                return new Decision.Refused(flaw.get());
            }
            PatchEvent given = new PatchEvent.PatchesGiven(branches, at.mail());
            return current.after(given).patches().branches().size() > MOST
                    ? Decision.refused(Reason.TOO_MANY_VALUES, String.valueOf(MOST))
                    : Decision.changed(given, Remark.of(Kind.PATCHES_TAKEN, arguments()));
        }

        @Override
        public Command command() {
            return Command.PATCH;
        }

        @Override
        public String arguments() {
            return branches.stream().map(RefName::value).collect(Collectors.joining(" "));
        }
    }

    /** Admits what is unusual at {@code path}. */
    record Allow(RefName branch, Confidential path) implements PatchRequest {
        public Allow {
            Objects.requireNonNull(branch, "branch");
            Objects.requireNonNull(path, "path");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            Optional<BranchPatch> patch = current.patches().of(branch);
            if (patch.isEmpty()) {
                return Decision.refused(Reason.NO_PATCH_FOR_BRANCH, branch.value());
            }
            boolean isUnusual = patch.get().result().stream()
                    .flatMap(made -> made.unusual().stream())
                    .anyMatch(each -> each.path().equals(path));
            return isUnusual
                    ? Decision.changed(
                            new PatchEvent.ContentAllowed(branch, path),
                            Remark.of(Kind.PATH_ALLOWED, branch.value(), path.text()))
                    : Decision.refused(Reason.PATH_NOT_UNUSUAL, branch.value(), path.text());
        }

        @Override
        public Command command() {
            return Command.PATCH;
        }

        @Override
        public String arguments() {
            return branch + " allow " + path.text();
        }
    }

    /** How the patches of a case stand, a line for each branch and for all that needs a word. */
    static List<Remark> lines(Case current) {
        List<Remark> lines = new ArrayList<>();
        for (BranchPatch each : current.patches().asFound()) {
            lines.add(Remark.of(Kind.PATCH_STATE, PatchCalls.about(each)));
            each.notAllowed()
                    .forEach(unusual -> lines.add(Remark.of(
                            Kind.PATCH_UNUSUAL,
                            unusual.kind(),
                            each.branch().value(),
                            unusual.path().text())));
        }
        return lines;
    }
}
