package org.embargo.desk.steps;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.KnownReleases;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.Step;

/** Every kind of step there is. Immutable. */
public final class Steps {

    private final Map<String, Step> byKind;

    public Steps(Stream<Step> steps) {
        this.byKind = steps.collect(Collectors.toUnmodifiableMap(Step::kind, Function.identity()));
    }

    /**
     * Every kind there is.
     *
     * @param patches those that git is asked for
     */
    public static Steps all(Stream<Step> patches) {
        return new Steps(Stream.of(
                        TeamSteps.all(),
                        NoticeSteps.all(),
                        UpstreamSteps.all(),
                        patches,
                        Stream.of(
                                new DisclosureStep(),
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
    public static void planStanding(Desks desks, Instant now) {
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
