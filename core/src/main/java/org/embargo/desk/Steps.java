package org.embargo.desk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.CaseClock;
import org.embargo.process.TeamCalls;

/** Every kind of step there is. Immutable. */
final class Steps {

    private final Map<String, Step> byKind;

    Steps(Stream<Step> steps) {
        this.byKind = steps.collect(Collectors.toUnmodifiableMap(Step::kind, Function.identity()));
    }

    /** @param patches those that git is asked for */
    static Steps all(Stream<Step> patches) {
        Stream<Step> clocks =
                Stream.of(CaseClock.ACKNOWLEDGEMENT, CaseClock.KEEP_IN_TOUCH).map(ClockStep::new);
        Stream<Step> disclosure =
                Stream.concat(TeamCalls.clocks().stream().map(TeamCallStep::new), Stream.of(new DisclosureStep()));
        return new Steps(Stream.of(
                        clocks,
                        NoticeSteps.all(),
                        disclosure,
                        UpstreamSteps.all(),
                        patches,
                        Stream.of(
                                new NewCasesStep(),
                                new FollowUpsStep(),
                                new WaitingCasesStep(),
                                new CertificateStep(),
                                new DigestStep(),
                                new KnownReleases(),
                                new ApprovalStep(),
                                new DeskKeyStep()))
                .flatMap(steps -> steps));
    }

    /** Empty for a step that another version of this software has planned. */
    Optional<Step> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** At start: what each desk as a whole has to come. */
    static void planStanding(Desks desks, Instant now) {
        desks.store().inTransaction(tx -> {
            for (OpenDesk desk : desks.all()) {
                CertificateStep.plan(tx, desk, now);
                DigestStep.plan(tx, desk, now);
                ApprovalStep.plan(tx, desk, now);
                ReleaseTagsStep.plan(tx, desk, now);
                DeskKeyStep.plan(tx, desk, now);
            }
            return true;
        });
    }
}
