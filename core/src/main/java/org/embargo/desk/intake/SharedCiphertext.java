package org.embargo.desk.intake;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.embargo.desk.open.CaseCommit;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.ReporterEvent;
import org.embargo.outbox.HeldCases;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.store.OutboxRow;
import org.embargo.store.Transaction;

/**
 * Recognises encrypted messages that were opened before, by their session keys. Who sends a stolen one under his own name
 * must draw no answers; since nobody can tell thief and author apart, both cases are marked.
 */
final class SharedCiphertext {

    private static final HexFormat HEX = HexFormat.of();

    private final Transaction tx;
    private final DeskName desk;
    private final OpenedMail mail;
    private final CaseCommit commit;

    SharedCiphertext(Transaction tx, DeskName desk, OpenedMail mail, CaseCommit commit) {
        this.tx = tx;
        this.desk = desk;
        this.mail = mail;
        this.commit = commit;
    }

    /** Cases other than {@code own} in which a message with one of this mail's session keys was opened before. */
    Set<CaseId> casesBeside(CaseId own) {
        Set<CaseId> cases = new LinkedHashSet<>();
        for (String digest : mail.sessionKeyDigests()) {
            cases.addAll(tx.lookUps().bySessionKey(desk, HEX.parseHex(digest)));
        }
        cases.remove(own);
        return cases;
    }

    /** Marks {@code others}, which the mail of case {@code own} was found in; its own mark is in its own decision. */
    void mark(Set<CaseId> others, CaseId own) {
        for (CaseId other : others) {
            // a journal that is damaged takes no mark, and nothing leaves from its case either
            tx.journal()
                    .findReadable(other)
                    .filter(current -> !current.sharedWith().contains(own))
                    .ifPresent(current -> markOne(current, own));
            withholdReceipt(other);
        }
        if (!others.isEmpty()) {
            withholdReceipt(own);
        }
    }

    private void markOne(Case current, CaseId own) {
        CaseEvent shared = new ReporterEvent.CiphertextShared(own);
        commit.commit(current, new Outcome(List.of(shared), List.of()), Actor.DESK);
    }

    /** From now on the mail's session keys belong to case {@code id}. */
    void remember(CaseId id) {
        for (String digest : mail.sessionKeyDigests()) {
            tx.lookUps().rememberSessionKey(desk, HEX.parseHex(digest), id);
        }
    }

    /** A receipt that still waits for its delay must not go to either of the two senders. */
    private void withholdReceipt(CaseId id) {
        tx.outbox().of(id).stream()
                .map(OutboxRow::letter)
                .filter(letter -> letter.letter() instanceof ReporterLetter.Receipt)
                .forEach(letter -> tx.waitingLetters().withhold(letter.id(), HeldCases.SHARED));
    }
}
