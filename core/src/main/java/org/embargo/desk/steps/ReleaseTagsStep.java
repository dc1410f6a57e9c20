package org.embargo.desk.steps;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.config.ReleaseConfig;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.KnownReleases;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.open.Step;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Posts;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TagPattern;
import org.embargo.process.course.Disclosure;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.words.Finding;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/**
 * Looks which releases the repository's tags show: they are known to be out, and where the team says so, a tag stands for
 * {@code /released}, whoever has set it. Before its hour a case takes no notice.
 */
public final class ReleaseTagsStep implements Step {

    private static final String KIND = "release-tags";
    private static final Duration EVERY = Duration.ofMinutes(5);
    /** Of the time that releases have; in a rehearsal that is seconds. */
    private static final int LOOKS = 20;

    private final DeskGit git;

    public ReleaseTagsStep(DeskGit git) {
        this.git = git;
    }

    /** Plans the first look, at once, where there is something to look at. */
    static void plan(Transaction tx, OpenDesk desk, Instant now) {
        TimetableKey key = TimetableKey.of(desk.config().name(), KIND);
        if (pattern(desk).isEmpty()) {
            tx.timetable().cancel(key);
        } else if (tx.timetable().find(key).isEmpty()) {
            tx.timetable().schedule(key, now);
        }
    }

    private static Optional<TagPattern> pattern(OpenDesk desk) {
        ReleaseConfig releases = desk.config().releases();
        return releases.tagPattern()
                .filter(pattern -> releases.repository().isPresent())
                .flatMap(TagPattern::parse);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean asksOutside() {
        return true;
    }

    @Override
    public Step prepared(Preparation before) {
        OpenDesk desk = before.desk();
        Optional<TagPattern> pattern = pattern(desk);
        if (pattern.isEmpty()) {
            return this;
        }
        URI repository = desk.config().releases().repository().orElseThrow();
        return new Seen(git.tags(before).versions(repository, pattern.get()));
    }

    /** Not configured any more. */
    @Override
    public void run(DueStep due) {
        // nothing to look at
    }

    private record Seen(List<ReleaseVersion> versions) implements Step {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(DueStep due) {
            KnownReleases.note(due, versions);
            ReleaseConfig releases = due.desk().config().releases();
            releases.tagReleaseUrl().ifPresent(url -> due.tx()
                    .timetable()
                    .cases(due.row().key().desk(), CaseClock.RELEASES.word())
                    .forEach(id -> issue(due, id, url)));
            Duration scaled = releases.releaseWithin().dividedBy(LOOKS);
            due.tx()
                    .timetable()
                    .schedule(due.row().key(), due.now().plus(scaled.compareTo(EVERY) < 0 ? scaled : EVERY));
        }

        private void issue(DueStep due, CaseId id, String url) {
            Optional<Case> waiting = due.tx()
                    .journal()
                    .findReadable(id)
                    .filter(each -> each.state() == CaseState.RELEASING && !each.held());
            List<CaseEvent> issued = new ArrayList<>();
            List<Finding> told = new ArrayList<>();
            for (Confidential version : waiting.map(Case::missingReleases).orElse(List.of())) {
                if (ReleaseVersion.parse(version.text())
                        .filter(versions::contains)
                        .isPresent()) {
                    Confidential at = new Confidential(url.replace("*", version.text()));
                    issued.add(new DisclosureEvent.ReleaseIssued(new Posts.Release(version, at, due.now())));
                    told.add(Finding.of(Finding.Kind.RELEASE_TAGGED, version.text(), at.text()));
                }
            }
            waiting.filter(current -> !issued.isEmpty()).ifPresent(current -> due.commit()
                    .commit(
                            current,
                            new Outcome(issued, Disclosure.call(current, due.mailing(), Call.RELEASES, told)),
                            Actor.DESK));
        }
    }
}
