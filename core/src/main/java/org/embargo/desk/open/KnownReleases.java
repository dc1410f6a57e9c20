package org.embargo.desk.open;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.embargo.model.Actor;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.ReleaseVersion;
import org.embargo.process.outcome.Outcome;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/** Has the desk's book know the releases that members report. The book is written by itself: a mail may change it too. */
public final class KnownReleases implements Step {

    public static final String KIND = "known-releases";

    /** Has the book take over what {@code reported} has by then, once this transaction is over. */
    static void plan(Transaction tx, Case reported, Instant now) {
        tx.timetable().schedule(TimetableKey.of(reported.desk(), reported.id(), KIND), now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        CaseId id = due.row().key().caseId().orElseThrow();
        note(
                due,
                due.tx().journal().find(id).orElseThrow().posts().releases().stream()
                        .flatMap(each -> ReleaseVersion.parse(each.version().text()).stream())
                        .toList());
    }

    /** Those that nobody knows yet; trial versions are no releases. */
    public static void note(DueStep due, Collection<ReleaseVersion> releases) {
        CaseId id = due.desk().desk().book();
        Case book = due.tx()
                .journal()
                .find(id)
                .orElseGet(() -> Case.unfiled(id, due.desk().desk().name()));
        List<ReleaseVersion> fresh = releases.stream()
                .filter(each -> !each.isPreRelease() && !book.book().releases().contains(each))
                .distinct()
                .toList();
        if (!fresh.isEmpty()) {
            due.commit().commit(book, new Outcome(List.of(new BookEvent.ReleasesSeen(fresh)), List.of()), Actor.DESK);
        }
    }
}
