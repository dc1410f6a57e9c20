package org.embargo.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.DossierEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of cases: it serves look-ups only, decides nothing, and can be rebuilt from the journal. */
public final class CaseIndex {
    private final Handle handle;

    CaseIndex(Handle handle) {
        this.handle = handle;
    }

    /** Whether no case has this id; another transaction may still be faster, which then shows when appending. */
    public boolean isFree(CaseId id) {
        return deskOf(id).isEmpty();
    }

    public Optional<DeskName> deskOf(CaseId id) {
        return handle.createQuery("SELECT desk FROM cases WHERE case_id = :case")
                .bind("case", id.toString())
                .map((row, context) -> new DeskName(row.getString("desk")))
                .findOne();
    }

    /** The cases of a desk that are neither closed nor rejected nor duplicates nor only shown, oldest first. */
    public List<CaseId> open(DeskName desk) {
        return ids(handle.createQuery(
                        "SELECT case_id FROM cases WHERE desk = :desk AND is_open = TRUE ORDER BY filed, case_id")
                .bind("desk", desk.value()));
    }

    /** Those of {@link #open} of which the team has written something: a title, a description, a CVE. */
    public List<CaseId> openWithWords(DeskName desk) {
        return ids(handle.createQuery("SELECT c.case_id FROM cases c WHERE c.desk = :desk AND c.is_open = TRUE"
                        + " AND EXISTS (SELECT 1 FROM journal j WHERE j.case_id = c.case_id AND j.kind IN (:text, :cves))"
                        + " ORDER BY c.filed, c.case_id")
                .bind("desk", desk.value())
                .bind("text", DossierEvent.TextSet.class.getSimpleName())
                .bind("cves", DossierEvent.CvesSet.class.getSimpleName()));
    }

    /** The cases filed at or after {@code since}, oldest first. */
    public List<CaseId> filedSince(DeskName desk, Instant since) {
        return ids(handle.createQuery(
                        "SELECT case_id FROM cases WHERE desk = :desk AND filed >= :since ORDER BY filed, case_id")
                .bind("desk", desk.value())
                .bind("since", since.toEpochMilli()));
    }

    /** How many cases were filed at or after {@code since}. */
    public int countFiledSince(DeskName desk, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM cases WHERE desk = :desk AND filed >= :since")
                .bind("desk", desk.value())
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    long versionOf(CaseId id) {
        return handle.createQuery("SELECT case_version FROM cases WHERE case_id = :case")
                .bind("case", id.toString())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Takes a case from one version to the next, if nobody else has. */
    void move(Case before, Case after, Instant now) {
        boolean moved = before.version() == 0 ? open(after, now) : advance(before, after, now);
        if (!moved) {
            throw new StaleCaseException(before.id());
        }
    }

    int rebuild(DeskName desk, JournalRows journal) {
        Map<CaseId, Rebuilt> rebuilt = journal.through(desk, rows -> {
            Map<CaseId, Rebuilt> folded = new LinkedHashMap<>();
            rows.forEach(row -> {
                CaseId id = CaseId.stored(row.caseId()).orElseThrow();
                JournalLine line = row.verified(journal.sealer())
                        .orElseThrow(() -> new JournalDamageException(
                                id, new JournalDamage(desk, JournalDamage.Kind.CHANGED, row.number())));
                Rebuilt before = folded.getOrDefault(id, new Rebuilt(Case.unfiled(id, desk), line.time(), line.time()));
                folded.put(id, new Rebuilt(before.state().after(line.event()), before.filed(), line.time()));
            });
            return folded;
        });
        handle.createUpdate("DELETE FROM cases WHERE desk = :desk")
                .bind("desk", desk.value())
                .execute();
        rebuilt.values().forEach(each -> insert(each.state(), each.filed(), each.changed()));
        return rebuilt.size();
    }

    private boolean open(Case filed, Instant now) {
        if (!isFree(filed.id())) {
            return false;
        }
        insert(filed, now, now);
        return true;
    }

    private void insert(Case current, Instant filed, Instant changed) {
        handle.createUpdate("INSERT INTO cases (case_id, desk, state, case_version, is_open, filed, changed)"
                        + " VALUES (:case, :desk, :state, :version, :open, :filed, :changed)")
                .bind("case", current.id().toString())
                .bind("desk", current.desk().value())
                .bind("state", current.state().name())
                .bind("version", current.version())
                .bind("open", current.isListed())
                .bind("filed", filed.toEpochMilli())
                .bind("changed", changed.toEpochMilli())
                .execute();
    }

    private boolean advance(Case before, Case after, Instant now) {
        return handle.createUpdate("UPDATE cases SET state = :state, case_version = :version, is_open = :open,"
                                + " changed = :now WHERE case_id = :case AND case_version = :before")
                        .bind("case", before.id().toString())
                        .bind("before", before.version())
                        .bind("state", after.state().name())
                        .bind("version", after.version())
                        .bind("open", after.isListed())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private static List<CaseId> ids(Query query) {
        return query.map((row, context) ->
                        CaseId.stored(row.getString("case_id")).orElseThrow())
                .filter(id -> !id.isBook())
                .list();
    }

    private record Rebuilt(Case state, Instant filed, Instant changed) {}
}
