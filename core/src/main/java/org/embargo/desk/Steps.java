package org.embargo.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.CaseClock;

/** Every kind of step there is. Immutable. */
final class Steps {

    private final Map<String, Step> byKind;

    Steps(Stream<Step> steps) {
        this.byKind = steps.collect(Collectors.toUnmodifiableMap(Step::kind, Function.identity()));
    }

    static Steps all() {
        Stream<Step> clocks = Arrays.stream(CaseClock.values()).map(ClockStep::new);
        return new Steps(Stream.concat(
                clocks,
                Stream.of(
                        new NewCasesStep(),
                        new FollowUpsStep(),
                        new WaitingCasesStep(),
                        new CertificateStep(),
                        new DigestStep())));
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
            }
            return true;
        });
    }
}
