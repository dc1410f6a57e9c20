package org.embargo.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.embargo.model.Actor;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A line of a journal as it is stored.
 *
 * @param content     sealed: who did it, a line end, the event
 * @param previousMac MAC of the desk's line before, so that a case can be verified without reading other cases
 */
@SuppressWarnings("ArrayRecordComponent")
record JournalRow(
        DeskName desk,
        long number,
        String caseId,
        long version,
        long recorded,
        String kind,
        byte[] content,
        String previousMac,
        String mac) {

    static final String COLUMNS = "desk, line_no, case_id, case_version, recorded, kind, content, previous_mac, mac";

    /** By place, in the order of {@link #COLUMNS}: looking up names takes longer than all else, and books are long. */
    static JournalRow read(ResultSet row, StatementContext context) throws SQLException {
        return new JournalRow(
                new DeskName(row.getString(1)),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getBytes(7),
                row.getString(8),
                row.getString(9));
    }

    static JournalRow write(
            Sealer sealer, JournalEnd before, DeskName desk, CaseId id, long version, Instant time, Entry entry) {
        byte[] clear = entry.bytes();
        String kind = entry.event().getClass().getSimpleName();
        byte[] sealed = sealer.seal(place(id.toString(), version), clear);
        JournalRow row = new JournalRow(
                desk, before.number() + 1, id.toString(), version, time.toEpochMilli(), kind, sealed, before.mac(), "");
        return row.with(row.macOver(sealer, clear));
    }

    /** The line, or empty where seal or MAC does not hold. */
    Optional<JournalLine> verified(Sealer sealer) {
        try {
            byte[] clear = sealer.open(place(caseId, version), content);
            if (!macOver(sealer, clear).equals(mac)) {
                return Optional.empty();
            }
            Entry entry = Entry.read(clear);
            CaseId id = CaseId.stored(caseId).orElseThrow();
            return Optional.of(new JournalLine(
                    desk, id, number, version, Instant.ofEpochMilli(recorded), entry.actor(), entry.event()));
        } catch (BrokenSealException e) {
            return Optional.empty();
        }
    }

    /** To the last byte; what is sealed is compared as it is stored. */
    boolean isTheSameAs(JournalRow other) {
        return number == other.number
                && version == other.version
                && recorded == other.recorded
                && mac.equals(other.mac)
                && previousMac.equals(other.previousMac)
                && Arrays.equals(content, other.content)
                && desk.value().equals(other.desk.value())
                && caseId.equals(other.caseId)
                && kind.equals(other.kind);
    }

    JournalEnd asEnd() {
        return new JournalEnd(number, mac);
    }

    private String macOver(Sealer sealer, byte[] clear) {
        return sealer.journalMac(new Fields()
                .add(desk.value())
                .add(caseId)
                .add(version)
                .add(number)
                .add(recorded)
                .add(kind)
                .add(clear)
                .add(previousMac));
    }

    private JournalRow with(String newMac) {
        return new JournalRow(desk, number, caseId, version, recorded, kind, content, previousMac, newMac);
    }

    private static Place place(String caseId, long version) {
        return new Place("journal", caseId + "/" + version, "content");
    }

    /** What is sealed of a line: who did what. A fingerprint may tell who a reporter is. */
    record Entry(Actor actor, CaseEvent event) {

        byte[] bytes() {
            String by = actor.kind()
                    + actor.fingerprint().map(each -> " " + each.hex()).orElse("");
            byte[] json = StoredJson.write(event);
            return (by + "\n" + new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }

        static Entry read(byte[] clear) {
            String[] parts = new String(clear, StandardCharsets.UTF_8).split("\n", 2);
            String[] by = parts[0].split(" ", 2);
            Optional<Fingerprint> fingerprint = by.length == 2 ? Optional.of(new Fingerprint(by[1])) : Optional.empty();
            return new Entry(
                    new Actor(Actor.Kind.valueOf(by[0]), fingerprint),
                    StoredJson.read(parts[1].getBytes(StandardCharsets.UTF_8), CaseEvent.class));
        }
    }
}
