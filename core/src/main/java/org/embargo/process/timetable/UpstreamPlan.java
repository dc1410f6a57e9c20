package org.embargo.process.timetable;

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
import org.embargo.model.Posts;
import org.embargo.model.Upstream;
import org.embargo.process.standing.UpstreamStanding;

/**
 * Plans the steps of a case about an upstream from its journal alone. The team is reminded at 1/2 and 5/6 of the time for
 * our own release, when it is due, and then after every further 1/6.
 */
final class UpstreamPlan {

    private final Case current;

    UpstreamPlan(Case current) {
        this.current = current;
    }

    List<PlannedStep> steps() {
        List<PlannedStep> steps = new ArrayList<>();
        current.upstream().filter(Upstream::isFollowed).ifPresent(upstream -> {
            List<Posts.Release> toPost = UpstreamStanding.toPost(current);
            if (!toPost.isEmpty()) {
                post(toPost).ifPresent(steps::add);
            } else if (current.state() == CaseState.ANNOUNCED) {
                steps.add(release(upstream));
            }
        });
        return steps;
    }

    /** As soon as a release is out; what is held waits, and goes when the hold ends. */
    private Optional<PlannedStep> post(List<Posts.Release> toPost) {
        return toPost.stream()
                .map(Posts.Release::at)
                .max(Comparator.naturalOrder())
                .filter(at -> !current.held())
                .map(UpstreamPlan::whole)
                .map(at -> new PlannedStep(CaseClock.UPSTREAM_POST, at, at));
    }

    private PlannedStep release(Upstream upstream) {
        Instant due = whole(upstream.due().orElseThrow());
        long within = Math.max(6, upstream.releaseWithin().toMillis());
        Instant since = Optional.ofNullable(current.reminded().get(CaseClock.UPSTREAM_RELEASE))
                .map(UpstreamPlan::whole)
                .orElse(Instant.EPOCH);
        Instant at = Stream.of(due.minusMillis(within / 2), due.minusMillis(within / 6), due)
                .filter(moment -> moment.isAfter(since))
                .findFirst()
                .orElseGet(() -> due.plusMillis(
                        ((since.toEpochMilli() - due.toEpochMilli()) / (within / 6) + 1) * (within / 6)));
        return new PlannedStep(CaseClock.UPSTREAM_RELEASE, due, at);
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
