package org.embargo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.Handle;

/** The journal's tables. */
final class JournalRows {
    private static final int ROWS_AT_ONCE = 500;

    private final Handle handle;
    private final Sealer sealer;

    JournalRows(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    Sealer sealer() {
        return sealer;
    }

    List<DeskName> desks() {
        return handle.createQuery("SELECT desk FROM journal_ends ORDER BY desk")
                .map((row, context) -> new DeskName(row.getString("desk")))
                .list();
    }

    Optional<JournalEnd> end(DeskName desk) {
        return handle.createQuery("SELECT line_no, mac FROM journal_ends WHERE desk = :desk")
                .bind("desk", desk.value())
                .map((row, context) -> new JournalEnd(row.getLong("line_no"), row.getString("mac")))
                .findOne();
    }

    /** The end of a desk's journal, which no other transaction can move until this one ends; empty for a new desk. */
    Optional<JournalEnd> lockedEnd(DeskName desk) {
        int locked = handle.createUpdate("UPDATE journal_ends SET line_no = line_no WHERE desk = :desk")
                .bind("desk", desk.value())
                .execute();
        return locked == 0 ? Optional.empty() : end(desk);
    }

    void beginDesk(DeskName desk) {
        handle.createUpdate("INSERT INTO journal_ends (desk, line_no, mac, recorded) VALUES (:desk, 0, '', 0)")
                .bind("desk", desk.value())
                .execute();
    }

    void moveEnd(DeskName desk, JournalEnd end, Instant time) {
        handle.createUpdate("UPDATE journal_ends SET line_no = :number, mac = :mac, recorded = :recorded"
                        + " WHERE desk = :desk")
                .bind("desk", desk.value())
                .bind("number", end.number())
                .bind("mac", end.mac())
                .bind("recorded", time.toEpochMilli())
                .execute();
    }

    Optional<Instant> newestTime() {
        return handle.createQuery("SELECT MAX(recorded) FROM journal_ends")
                .mapTo(Long.class)
                .findOne()
                .filter(recorded -> recorded > 0)
                .map(Instant::ofEpochMilli);
    }

    void insert(JournalRow row) {
        handle.createUpdate("INSERT INTO journal (" + JournalRow.COLUMNS + ") VALUES (:desk, :number, :case, :version,"
                        + " :recorded, :kind, :content, :previous, :mac)")
                .bind("desk", row.desk().value())
                .bind("number", row.number())
                .bind("case", row.caseId())
                .bind("version", row.version())
                .bind("recorded", row.recorded())
                .bind("kind", row.kind())
                .bind("content", row.content())
                .bind("previous", row.previousMac())
                .bind("mac", row.mac())
                .execute();
    }

    List<JournalRow> of(CaseId id) {
        return handle.createQuery(
                        "SELECT " + JournalRow.COLUMNS + " FROM journal WHERE case_id = :case ORDER BY case_version")
                .bind("case", id.toString())
                .map(JournalRow::read)
                .list();
    }

    Optional<String> newestMac(CaseId id) {
        return handle.createQuery("SELECT mac FROM journal WHERE case_id = :case"
                        + " AND case_version = (SELECT MAX(case_version) FROM journal WHERE case_id = :case)")
                .bind("case", id.toString())
                .mapTo(String.class)
                .findOne();
    }

    Optional<JournalRow> at(DeskName desk, long number) {
        return handle.createQuery(
                        "SELECT " + JournalRow.COLUMNS + " FROM journal WHERE desk = :desk AND line_no = :number")
                .bind("desk", desk.value())
                .bind("number", number)
                .map(JournalRow::read)
                .findOne();
    }

    /** Lets {@code reader} go through a desk's lines in order; few are in memory at once. */
    <T> T through(DeskName desk, Function<Stream<JournalRow>, T> reader) {
        return handle.createQuery("SELECT " + JournalRow.COLUMNS + " FROM journal WHERE desk = :desk ORDER BY line_no")
                .bind("desk", desk.value())
                .setFetchSize(ROWS_AT_ONCE)
                .map(JournalRow::read)
                .withStream(reader::apply);
    }
}
