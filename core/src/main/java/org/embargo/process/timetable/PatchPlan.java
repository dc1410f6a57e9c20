package org.embargo.process.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseState;
import org.embargo.model.Patches;

/** Plans what is done in the repository from the journal alone: rehearsals, the watch, the push, the releases. */
final class PatchPlan {

    private static final Duration DAY = Duration.ofDays(1);
    /** Time for the team to look, where a patch stopped applying right before the notices. */
    private static final Duration BEFORE_NOTICES = Duration.ofMinutes(30);

    private static final Set<CaseState> WATCHED =
            EnumSet.of(CaseState.ACCEPTED, CaseState.SCHEDULED, CaseState.NOTIFIED);
    private static final Set<CaseState> FROM_THE_HOUR_ON = EnumSet.of(CaseState.RELEASING, CaseState.DISCLOSED);

    private final Case current;
    private final Patches patches;
    private final CaseClocks clocks;

    PatchPlan(Case current, CaseClocks clocks) {
        this.current = current;
        this.patches = current.patches();
        this.clocks = clocks;
    }

    List<PlannedStep> steps() {
        List<PlannedStep> steps = new ArrayList<>();
        if (FROM_THE_HOUR_ON.contains(current.state())) {
            push().ifPresent(at -> steps.add(step(CaseClock.PATCHES, at)));
            hook().ifPresent(at -> steps.add(step(CaseClock.RELEASE_HOOK, at)));
        } else {
            rehearsal().ifPresent(at -> steps.add(step(CaseClock.PATCH_REHEARSAL, at)));
            watch().ifPresent(at -> steps.add(step(CaseClock.PUBLIC_WATCH, at)));
        }
        return steps;
    }

    /** Whether the hour waits for patches that are to be pushed. */
    static boolean waits(Case current, CaseClocks clocks) {
        return clocks.patches().repository() && current.patches().waitForPush();
    }

    /** Without a repository, once: then it is known what is sent. */
    private Optional<Instant> rehearsal() {
        if (patches.branches().isEmpty()) {
            return Optional.empty();
        }
        if (patches.rehearsed().isEmpty()) {
            return Optional.of(current.filed().orElse(Instant.EPOCH));
        }
        return clocks.patches().repository() ? again(patches.rehearsed().get()) : Optional.empty();
    }

    private Optional<Instant> again(Instant last) {
        Optional<Instant> beforeNotices = NoticePlan.start(current, clocks.notices())
                .map(start -> start.minus(BEFORE_NOTICES))
                .filter(last::isBefore);
        return Stream.concat(Stream.of(last.plus(DAY)), beforeNotices.stream()).min(Instant::compareTo);
    }

    /** The first look is for what stands there already: later ones see what is new. */
    private Optional<Instant> watch() {
        return clocks.patches().repository() && WATCHED.contains(current.state())
                ? patches.watched().map(last -> last.plus(DAY)).or(current::filed)
                : Optional.empty();
    }

    private Optional<Instant> push() {
        boolean waits = waits(current, clocks) && patches.stopped().isEmpty() && !current.held();
        return hour().filter(at -> waits);
    }

    private Optional<Instant> hook() {
        boolean isWanted = clocks.patches().releaseHook()
                && patches.hooked().isEmpty()
                && !current.held()
                && !waits(current, clocks)
                && !current.missingReleases().isEmpty();
        return patches.pushed().or(this::hour).filter(at -> isWanted);
    }

    private Optional<Instant> hour() {
        return current.posts().began().or(current.posts()::decided);
    }

    private static PlannedStep step(CaseClock clock, Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
        return new PlannedStep(clock, whole, whole);
    }
}
