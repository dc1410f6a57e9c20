package org.embargo.process.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.Posts;

/** Plans the steps around disclosure from the journal alone. */
public final class DisclosurePlan {

    private static final Duration REMINDED_EVERY = Duration.ofHours(1);

    private final Case current;
    private final Posts posts;
    private final DisclosureClocks clocks;
    private final boolean waitsForPush;

    DisclosurePlan(Case current, CaseClocks all) {
        this(current, all.disclosure(), PatchPlan.waits(current, all));
    }

    private DisclosurePlan(Case current, DisclosureClocks clocks, boolean waitsForPush) {
        this.current = current;
        this.posts = current.posts();
        this.clocks = clocks;
        this.waitsForPush = waitsForPush;
    }

    List<PlannedStep> steps() {
        List<PlannedStep> steps = new ArrayList<>();
        disclosure().ifPresent(at -> steps.add(step(CaseClock.DISCLOSURE, at, at)));
        lastCall().ifPresent(steps::add);
        releases().ifPresent(steps::add);
        confirmation().ifPresent(steps::add);
        return steps;
    }

    /** The hour at which {@code current} would become public by itself at once; empty where that is still to come. */
    public static Optional<Instant> passed(Case current, DisclosureClocks clocks, Instant now) {
        return new DisclosurePlan(current, clocks, false)
                .disclosure()
                .map(DisclosurePlan::whole)
                .filter(hour -> !hour.isAfter(now));
    }

    /** What was missed does not come again by itself. */
    private Optional<Instant> disclosure() {
        return next().filter(at -> posts.missed()
                .map(missed -> whole(at).isAfter(whole(missed.hour())))
                .orElse(true));
    }

    private Optional<Instant> next() {
        Optional<Instant> ordered =
                posts.ordered().filter(at -> posts.decided().map(at::isAfter).orElse(true));
        return switch (current.state()) {
            case ACCEPTED, SCHEDULED, NOTIFIED -> ordered.or(() -> EffectiveHour.of(current, clocks));
            case RELEASING -> ordered.or(this::lastRelease);
            case DISCLOSED -> ordered;
            default -> Optional.empty();
        };
    }

    /** When the last of the releases was out, if all are, and the patches are public. */
    private Optional<Instant> lastRelease() {
        List<Confidential> fixed = current.dossier().fixed().orElse(List.of());
        return !waitsForPush && fixed.stream().allMatch(posts::isOut)
                ? Stream.of(
                                posts.releases().stream().map(Posts.Release::at),
                                posts.began().stream(),
                                current.patches().pushed().stream())
                        .flatMap(times -> times)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<PlannedStep> lastCall() {
        boolean isComing = current.state() == CaseState.SCHEDULED || current.state() == CaseState.NOTIFIED;
        return EffectiveHour.of(current, clocks)
                .filter(hour -> isComing && disclosure().isPresent())
                .map(hour -> step(CaseClock.LAST_CALL, hour, hour.minus(clocks.lastCall())))
                .filter(step -> reminded(CaseClock.LAST_CALL)
                        .map(at -> at.isBefore(step.at()))
                        .orElse(true));
    }

    private Optional<PlannedStep> releases() {
        if (current.state() != CaseState.RELEASING || lastRelease().isPresent()) {
            return Optional.empty();
        }
        return posts.began().map(began -> {
            Instant due = began.plus(clocks.releaseWithin());
            Instant at = reminded(CaseClock.RELEASES)
                    .filter(last -> !last.isBefore(due))
                    .map(last -> last.plus(REMINDED_EVERY))
                    .orElse(due);
            return step(CaseClock.RELEASES, due, at);
        });
    }

    private Optional<PlannedStep> confirmation() {
        boolean isOpen = posts.lists().stream().anyMatch(Posts.Post::isAwaited);
        return posts.decided()
                .filter(at -> isOpen)
                .filter(at -> reminded(CaseClock.POST_CONFIRMATION)
                        .map(told -> told.isBefore(at))
                        .orElse(true))
                .map(at -> at.plus(clocks.postConfirmWithin()))
                .map(due -> step(CaseClock.POST_CONFIRMATION, due, due));
    }

    private Optional<Instant> reminded(CaseClock clock) {
        return Optional.ofNullable(current.reminded().get(clock));
    }

    private static PlannedStep step(CaseClock clock, Instant due, Instant at) {
        return new PlannedStep(clock, whole(due), whole(at));
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
