package org.embargo.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.Handle;

/**
 * What one transaction sees and changes. Use it in the function it was given to, on that thread, and not after.
 */
public final class Transaction {
    private final Handle handle;
    private final Sealer sealer;
    private final Witness witness;
    private final JournalMemory memory;
    private final Map<DeskName, JournalEnd> journalEnds = new LinkedHashMap<>();
    private final FoldedCases foldedCases = new FoldedCases();

    Transaction(Handle handle, Sealer sealer, Witness witness, JournalMemory memory) {
        this.handle = handle;
        this.sealer = sealer;
        this.witness = witness;
        this.memory = memory;
    }

    public Journal journal() {
        return new Journal(handle, sealer, witness, memory, journalEnds, foldedCases);
    }

    public CaseIndex cases() {
        return new CaseIndex(handle);
    }

    public LookUps lookUps() {
        return new LookUps(handle, sealer);
    }

    public CertificateStore certificates() {
        return new CertificateStore(handle, sealer);
    }

    public MailArchive mails() {
        return new MailArchive(handle);
    }

    public OutboxStore outbox() {
        return new OutboxStore(handle, sealer);
    }

    public OutboxClaims outboxClaims() {
        return new OutboxClaims(handle, outbox());
    }

    public OutboxReports outboxReports() {
        return new OutboxReports(handle);
    }

    public WaitingLetters waitingLetters() {
        return new WaitingLetters(handle, outbox());
    }

    public TimetableStore timetable() {
        return new TimetableStore(handle);
    }

    public KnownDesks desks() {
        return new KnownDesks(handle);
    }

    public AnswerCounts answers() {
        return new AnswerCounts(handle, sealer);
    }

    public UsedSignatures signatures() {
        return new UsedSignatures(handle, sealer);
    }

    public Warnings warnings() {
        return new Warnings(handle, sealer);
    }

    /** Where the journals end that were written to, for the witness once this is committed. */
    Map<DeskName, JournalEnd> journalEnds() {
        return journalEnds;
    }

    JournalCheck check(DeskName desk, Optional<JournalEnd> seen) {
        return new JournalCheck(new JournalRows(handle, sealer), desk, seen);
    }

    int rebuildCases(DeskName desk) {
        return cases().rebuild(desk, new JournalRows(handle, sealer));
    }
}
