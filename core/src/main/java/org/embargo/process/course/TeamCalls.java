package org.embargo.process.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.Posts;
import org.embargo.model.TeamEvent;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.timetable.PlannedStep;
import org.embargo.process.words.Finding;

/** Tells the team that a clock around disclosure ran out. However many calls were missed, this is one. */
public final class TeamCalls {

    private static final Map<CaseClock, Call> CALLS = Map.of(
            CaseClock.LAST_CALL, Call.LAST_CALL,
            CaseClock.RELEASES, Call.RELEASES,
            CaseClock.POST_CONFIRMATION, Call.NOT_RETURNED);

    private TeamCalls() {}

    /** The clocks that are told so. */
    public static List<CaseClock> clocks() {
        return List.copyOf(CALLS.keySet());
    }

    /**
     * Records the call, from which the next one is planned, and tells every member.
     *
     * @param approved whether the texts are approved at this moment
     */
    public static Outcome decide(Case current, PlannedStep step, boolean approved, Mailing mailing) {
        Call call = CALLS.get(step.clock());
        if (call == null) {
            throw new IllegalArgumentException(
                    "nobody is called for " + step.clock().word());
        }
        return new Outcome(
                List.of(new TeamEvent.TeamReminded(step.clock(), mailing.now())),
                Disclosure.call(current, mailing, call, findings(current, step, approved)));
    }

    private static List<Finding> findings(Case current, PlannedStep step, boolean approved) {
        List<Finding> findings = new ArrayList<>();
        if (step.clock() == CaseClock.LAST_CALL) {
            findings.add(Finding.of(Finding.Kind.HOUR_NEAR, step.due().toString()));
            if (!approved) {
                findings.add(Finding.of(Finding.Kind.APPROVAL_WANTED));
            }
        }
        if (step.clock() == CaseClock.RELEASES) {
            findings.add(Finding.of(Finding.Kind.RELEASES_LATE_SINCE, step.due().toString()));
            findings.addAll(Disclosure.wanted(current));
        }
        if (step.clock() == CaseClock.POST_CONFIRMATION) {
            current.posts().lists().stream()
                    .filter(Posts.Post::isAwaited)
                    .map(post -> Finding.of(
                            Finding.Kind.POST_NOT_RETURNED, post.list().value()))
                    .forEach(findings::add);
        }
        return findings;
    }
}
