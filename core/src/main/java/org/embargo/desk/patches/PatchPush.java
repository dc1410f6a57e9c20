package org.embargo.desk.patches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.config.ReleaseConfig;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.steps.DeskGit;
import org.embargo.desk.steps.OutsideStep;
import org.embargo.model.Actor;
import org.embargo.model.BranchPatch;
import org.embargo.model.Case;
import org.embargo.model.PatchEvent;
import org.embargo.model.PatchIdentity;
import org.embargo.model.PlannedRef;
import org.embargo.model.RefName;
import org.embargo.openpgp.Signer;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.patches.BranchRehearsal;
import org.embargo.patches.CommitMessage;
import org.embargo.patches.NeutralityCheck;
import org.embargo.patches.PatchFormatException;
import org.embargo.patches.PushOrder;
import org.embargo.patches.PushOutcome;
import org.embargo.process.course.PatchCalls;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.words.Finding;

/**
 * Pushes what was approved, once the hour has come. Approval and hold are looked at before, and in the transaction in which
 * the push is recorded, right before git makes it.
 */
final class PatchPush {

    private final DeskGit git;
    private final KeptPatches kept;

    PatchPush(DeskGit git, KeptPatches kept) {
        this.git = git;
        this.kept = kept;
    }

    OutsideStep.Concludes ask(Preparation before, Case current) {
        OpenDesk desk = before.desk();
        Optional<Finding> objection = objection(desk, current);
        if (objection.isPresent()) {
            return stopped(List.of(objection.get()));
        }
        try {
            NeutralityCheck check = new NeutralityCheck(
                    PatchSteps.secrets(before, current),
                    desk.content().bareCommitMessage(),
                    desk.config().project());
            PushOutcome outcome = git.push(before)
                    .push(
                            order(before, current),
                            check,
                            current.patches().planned(),
                            refs -> record(before, current, refs));
            return concluding(outcome, current);
        } catch (CalledOffException e) {
            return stopped(List.of(e.why()));
        } catch (UnusableCertificateException e) {
            return stopped(List.of(Finding.of(Finding.Kind.PUSH_STOPPED, "NO_SIGNING_KEY")));
        } catch (PatchFormatException e) {
            return stopped(List.of(Finding.of(Finding.Kind.PUSH_STOPPED, "UNREADABLE")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operator holds by a file, which no journal knows of yet. */
    private static Optional<Finding> objection(OpenDesk desk, Case current) {
        return PatchCalls.objection(current, desk.approvedNow(current), desk.isHeldByOperator(current.id()));
    }

    private PushOrder order(Preparation before, Case current)
            throws IOException, PatchFormatException, UnusableCertificateException {
        OpenDesk desk = before.desk();
        ReleaseConfig releases = desk.config().releases();
        URI repository = releases.repository().orElseThrow();
        List<BranchPatch> rehearsed = current.patches().branches().stream()
                .filter(each -> each.state() != BranchPatch.State.NOT_TRIED)
                .toList();
        Map<RefName, PatchIdentity> approved = new HashMap<>();
        rehearsed.forEach(each -> approved.put(
                each.branch(), each.result().flatMap(made -> made.identity()).orElseThrow()));
        Map<RefName, RefName> tags = new HashMap<>(desk.content().tags(current));
        tags.values().retainAll(approved.keySet());
        Instant date = date(current);
        Optional<Signer> signer = releases.commitSigningKey().isPresent()
                ? Optional.of(desk.keys().signer(date))
                : Optional.empty();
        return new PushOrder(
                repository,
                kept.of(rehearsed, before.store()),
                approved,
                tags,
                new CommitMessage(desk.content().commitMessage()),
                releases.commitAuthor(),
                releases.patchAuthors(),
                date,
                signer);
    }

    /** One for all tries, so that the same commits are made each time. */
    private static Instant date(Case current) {
        return current.posts()
                .began()
                .or(current.posts()::decided)
                .orElseThrow()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** The last look before anything is public. */
    private static void record(Preparation before, Case asked, List<PlannedRef> refs) {
        Instant now = before.clock().instant();
        before.store().inTransaction(tx -> {
            OpenDesk desk = before.desk(tx);
            Case current = tx.journal().find(asked.id()).orElseThrow();
            objection(desk, current).ifPresent(why -> {
                throw new CalledOffException(why);
            });
            return new CaseCommit(tx, desk, now)
                    .commit(
                            current,
                            new Outcome(List.of(new PatchEvent.PushPlanned(refs, now)), List.of()),
                            Actor.DESK);
        });
    }

    private static OutsideStep.Concludes concluding(PushOutcome outcome, Case current) {
        if (outcome instanceof PushOutcome.Pushed pushed) {
            return pushed(pushed.refs());
        }
        if (outcome instanceof PushOutcome.AlreadyThere there) {
            return pushed(there.refs());
        }
        List<Finding> why = new ArrayList<>();
        why.add(Finding.of(Finding.Kind.PUSH_STOPPED, word(outcome), about(outcome)));
        List<BranchPatch> found = rehearsals(outcome).stream()
                .flatMap(each -> current.patches().of(each.branch()).stream()
                        .map(patch -> PatchRehearsal.result(patch, each, List.of())))
                .toList();
        found.stream().flatMap(each -> PatchCalls.findings(each).stream()).forEach(why::add);
        return (due, now) -> new PatchCalls(now, due.mailing()).stopped(why, found);
    }

    /**
     * How the branches take the patches now. It is told, by {@code /status} as well, and does not replace what was approved: a branch that is put right
     * takes them after {@code /retry}, and the post can go by {@code /publish} meanwhile.
     */
    private static List<BranchRehearsal> rehearsals(PushOutcome outcome) {
        if (outcome instanceof PushOutcome.DoesNotApply failed) {
            return failed.rehearsals();
        }
        return outcome instanceof PushOutcome.Differs differs ? differs.rehearsals() : List.of();
    }

    private static OutsideStep.Concludes pushed(List<PlannedRef> refs) {
        return (due, now) -> new PatchCalls(now, due.mailing()).pushed(refs);
    }

    private static OutsideStep.Concludes stopped(List<Finding> why) {
        return (due, now) -> new PatchCalls(now, due.mailing()).stopped(why, List.of());
    }

    /** {@code DOES_NOT_APPLY} for {@code DoesNotApply}. */
    private static String word(PushOutcome outcome) {
        return outcome.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static String about(PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Differs differs) {
            return joined(differs.branches());
        }
        if (outcome instanceof PushOutcome.TagExists exists) {
            return joined(exists.tags());
        }
        if (outcome instanceof PushOutcome.NotNeutral told) {
            return told.breaches().stream()
                    .map(breach -> (breach.place() + " " + breach.kind()).toLowerCase(Locale.ROOT) + " "
                            + breach.word().text())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
        if (outcome instanceof PushOutcome.PartlyThere partly) {
            return partly.missing().stream().map(PlannedRef::ref).collect(Collectors.joining(", "));
        }
        return outcome instanceof PushOutcome.Refused refused ? refused.reason().text() : "";
    }

    private static String joined(List<RefName> refs) {
        return refs.stream().map(RefName::value).collect(Collectors.joining(", "));
    }

    /** Held, or not approved any more, since the step began. */
    private static final class CalledOffException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised
        private final transient Finding why;

        CalledOffException(Finding why) {
            super("the push was called off");
            this.why = why;
        }

        Finding why() {
            return why;
        }
    }
}
