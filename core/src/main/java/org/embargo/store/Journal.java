package org.embargo.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.Handle;

/**
 * The cases as their events made them. Every line bears a keyed MAC over itself and the MAC of the desk's line before, so
 * that a changed or missing line shows.
 *
 * <p>Reading a case verifies its own lines and that none is missing among them, whatever the size of the journal;
 * {@link Store#verify} goes through the chain of all.
 */
public final class Journal {
    private final JournalRows rows;
    private final CaseIndex cases;
    private final Sealer sealer;
    private final Witness witness;
    private final JournalMemory memory;
    private final Map<DeskName, JournalEnd> ends;
    private final FoldedCases folded;

    Journal(
            Handle handle,
            Sealer sealer,
            Witness witness,
            JournalMemory memory,
            Map<DeskName, JournalEnd> ends,
            FoldedCases folded) {
        this.rows = new JournalRows(handle, sealer);
        this.cases = new CaseIndex(handle);
        this.sealer = sealer;
        this.witness = witness;
        this.memory = memory;
        this.ends = ends;
        this.folded = folded;
    }

    /**
     * The case, folded from its lines after each was verified, in this transaction; empty where there is none of that id.
     *
     * @throws JournalDamageException when a line does not hold
     */
    public Optional<Case> find(CaseId id) {
        // read before the lines: what others commit in between makes it another
        Optional<String> mark = mark(id);
        Optional<Case> known = mark.flatMap(newest -> folded.find(id, newest));
        if (known.isPresent()) {
            return known;
        }
        List<JournalRow> stored = stored(id);
        Optional<Case> found = stored.isEmpty() ? Optional.empty() : Optional.of(folded(id, stored));
        found.ifPresent(current -> mark.ifPresent(newest -> folded.keep(id, newest, current)));
        return found;
    }

    /** As {@link #find}; empty where a line does not hold too, for those who look at many cases or may do without. */
    public Optional<Case> findReadable(CaseId id) {
        try {
            return find(id);
        } catch (JournalDamageException e) {
            return Optional.empty();
        }
    }

    /**
     * The lines of a case, verified, oldest first; empty where there is none of that id.
     *
     * @throws JournalDamageException when a line does not hold
     */
    public List<JournalLine> lines(CaseId id) {
        return verified(id, stored(id), 0);
    }

    /**
     * What tells one state of a case from every other, and is read at once: to see whether something derived from it is
     * still true. It proves nothing; empty where there is none of that id.
     */
    public Optional<String> mark(CaseId id) {
        return rows.newestMac(id);
    }

    /**
     * Appends what was decided on {@code current}. A case at version 0 is opened; take its number from
     * {@link CaseIndex#isFree}.
     *
     * @return the case after the events
     * @throws StaleCaseException when {@code current} is not the newest version, or its new number was taken meanwhile
     */
    public Case append(Case current, List<CaseEvent> events, Actor actor, Instant now) {
        Case folded = current.after(events);
        cases.move(current, folded, now);
        JournalEnd end = lockedEnd(current.desk());
        long version = current.version();
        for (CaseEvent event : events) {
            version++;
            JournalRow row = JournalRow.write(
                    sealer, end, current.desk(), current.id(), version, now, new JournalRow.Entry(actor, event));
            rows.insert(row);
            end = row.asEnd();
        }
        rows.moveEnd(current.desk(), end, now);
        ends.put(current.desk(), end);
        return folded;
    }

    /**
     * Lets nobody else append to the desk's journal before this transaction ends: what is looked up from now on stays so.
     * A desk that has no journal yet is not locked.
     */
    public void lock(DeskName desk) {
        rows.lockedEnd(desk);
    }

    /** The desks that have a journal. */
    public List<DeskName> desks() {
        return rows.desks();
    }

    /** The newest line of a desk's journal, as it stands in every digest. */
    public JournalEnd end(DeskName desk) {
        return rows.end(desk).orElse(JournalEnd.EMPTY);
    }

    Optional<Instant> newestTime() {
        return rows.newestTime();
    }

    /** Held until this transaction ends, so the witness can't have seen more, unless somebody cut the journal. */
    private JournalEnd lockedEnd(DeskName desk) {
        Optional<JournalEnd> end = rows.lockedEnd(desk);
        if (end.isEmpty()) {
            witness.begin(desk, JournalEnd.EMPTY);
            rows.beginDesk(desk);
        }
        JournalEnd locked = end.orElse(JournalEnd.EMPTY);
        Optional<JournalEnd> seen = witness.seenOrJoined(desk, locked);
        if (seen.isEmpty()
                || seen.get().number() > locked.number()
                || (seen.get().number() == locked.number() && !seen.get().equals(locked))) {
            witness.freeze(desk);
        }
        return locked;
    }

    /** As many as must be there; not verified yet. */
    private List<JournalRow> stored(CaseId id) {
        // first what must be there at least: lines that are committed in between are no damage
        long least = cases.versionOf(id);
        List<JournalRow> stored = rows.of(id);
        if (stored.size() < least) {
            verified(id, stored, 0);
            throw damage(id, cases.deskOf(id).orElseThrow(), JournalDamage.Kind.MISSING, 0);
        }
        return stored;
    }

    /** Rows that were verified and folded before, and are the same to the last byte, are not verified and folded again. */
    private Case folded(CaseId id, List<JournalRow> stored) {
        Optional<JournalMemory.Folded> known = memory.startOf(id, stored);
        if (known.isPresent() && known.get().rows().size() == stored.size()) {
            return known.get().result();
        }
        int from = known.map(start -> start.rows().size()).orElse(0);
        Case start = known.map(JournalMemory.Folded::result)
                .orElseGet(() -> Case.unfiled(id, stored.get(0).desk()));
        Case folded = start.after(
                verified(id, stored, from).stream().map(JournalLine::event).toList());
        memory.keep(id, new JournalMemory.Folded(stored, folded));
        return folded;
    }

    /** The lines after the first {@code from}, if they are of one desk and none is missing before the last. */
    private List<JournalLine> verified(CaseId id, List<JournalRow> stored, int from) {
        List<JournalLine> lines = new ArrayList<>();
        for (JournalRow row : stored.subList(from, stored.size())) {
            if (row.version() != from + lines.size() + 1
                    || !row.desk().equals(stored.get(0).desk())) {
                throw damage(id, row.desk(), JournalDamage.Kind.MISSING, row.number());
            }
            lines.add(row.verified(sealer)
                    .orElseThrow(() -> damage(id, row.desk(), JournalDamage.Kind.CHANGED, row.number())));
        }
        return lines;
    }

    private static JournalDamageException damage(CaseId id, DeskName desk, JournalDamage.Kind kind, long number) {
        return new JournalDamageException(id, new JournalDamage(desk, kind, number));
    }
}
