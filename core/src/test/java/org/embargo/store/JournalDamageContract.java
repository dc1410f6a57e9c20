package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.junit.jupiter.api.Test;

/** Whoever changes the journal without the secret is found out. */
interface JournalDamageContract extends StoreContract {

    @Test
    default void untouchedJournalShouldVerify() {
        DeskName desk = Samples.desk();
        append(file(desk, Samples.caseId()), Samples.followUp());

        assertThat(store().verify(desk)).isEmpty();
        assertThat(store().verifyEnd(desk)).isEmpty();
    }

    @Test
    default void changedTimeShouldShow() throws SQLException {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        append(file(desk, id), Samples.followUp());

        tamper("UPDATE journal SET recorded = recorded + 1 WHERE desk = ? AND line_no = 1", desk.value());

        assertThat(store().verify(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.CHANGED, 1));
        assertThatThrownBy(() -> read(id)).isInstanceOf(JournalDamageException.class);
    }

    @Test
    default void contentOfAnotherLineShouldShow() throws SQLException {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        append(file(desk, id), Samples.followUp(), Samples.followUp());

        tamper(
                "UPDATE journal SET content = (SELECT j.content FROM journal j WHERE j.desk = ? AND j.line_no = 2)"
                        + " WHERE desk = ? AND line_no = 3",
                desk.value(),
                desk.value());

        assertThat(store().verify(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.CHANGED, 3));
        assertThatThrownBy(() -> read(id)).isInstanceOf(JournalDamageException.class);
    }

    @Test
    default void swappedLinesShouldShow() throws SQLException {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        append(file(desk, id), Samples.followUp(), Samples.followUp());

        tamper("UPDATE journal SET case_version = 99 WHERE desk = ? AND line_no = 2", desk.value());
        tamper("UPDATE journal SET case_version = 2 WHERE desk = ? AND line_no = 3", desk.value());
        tamper("UPDATE journal SET case_version = 3 WHERE desk = ? AND line_no = 2", desk.value());

        assertThat(store().verify(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.CHANGED, 2));
        assertThatThrownBy(() -> read(id)).isInstanceOf(JournalDamageException.class);
    }

    @Test
    default void missingLineShouldShow() throws SQLException {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        append(file(desk, id), Samples.followUp(), Samples.followUp());

        tamper("DELETE FROM journal WHERE desk = ? AND line_no = 2", desk.value());

        assertThat(store().verify(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.MISSING, 2));
        assertThatThrownBy(() -> read(id)).isInstanceOf(JournalDamageException.class);
    }

    @Test
    default void missingLastLineOfACaseShouldShowWhenItIsRead() throws SQLException {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        append(file(desk, id), Samples.followUp());

        tamper("DELETE FROM journal WHERE desk = ? AND line_no = 2", desk.value());

        assertThatThrownBy(() -> read(id)).isInstanceOf(JournalDamageException.class);
    }

    @Test
    default void cutOffEndShouldShowAgainstTheWitness() throws SQLException {
        DeskName desk = Samples.desk();
        append(file(desk, Samples.caseId()), Samples.followUp());

        cutOffLastOfTwo(desk);

        JournalDamage expected = new JournalDamage(desk, JournalDamage.Kind.CUT_OFF, 2);
        assertThat(store().verifyEnd(desk)).contains(expected);
        assertThat(store().verify(desk)).contains(expected);
    }

    @Test
    default void cutOffEndShouldShowWhenTheJournalWasWrittenOn() throws SQLException {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        Case filed = file(desk, id);
        append(filed, Samples.followUp());
        cutOffLastOfTwo(desk);
        tamper("UPDATE cases SET case_version = 1 WHERE case_id = ?", id.toString());

        append(filed, Samples.followUp(), Samples.followUp(), Samples.followUp());

        assertThat(store().verifyEnd(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.WITNESS_DIFFERS, 2));
    }

    @Test
    default void emptiedJournalShouldShow() throws SQLException {
        DeskName desk = Samples.desk();
        file(desk, Samples.caseId());

        tamper("DELETE FROM journal WHERE desk = ?", desk.value());
        tamper("DELETE FROM journal_ends WHERE desk = ?", desk.value());

        assertThat(store().verify(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.CUT_OFF, 1));
    }

    private void cutOffLastOfTwo(DeskName desk) throws SQLException {
        tamper("DELETE FROM journal WHERE desk = ? AND line_no = 2", desk.value());
        tamper(
                "UPDATE journal_ends SET line_no = 1,"
                        + " mac = (SELECT mac FROM journal WHERE journal.desk = ? AND journal.line_no = 1)"
                        + " WHERE journal_ends.desk = ?",
                desk.value(),
                desk.value());
    }

    private Optional<Case> read(CaseId id) {
        return store().reading(transaction -> transaction.journal().find(id));
    }
}
