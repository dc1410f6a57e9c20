package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case that was folded before is the same as one folded anew, and whoever changed its rows meanwhile is found out. */
interface JournalMemoryContract extends StoreContract {

    @Test
    default void unchangedCaseShouldBeFoldedOnce() {
        CaseId id = Samples.caseId();
        file(Samples.desk(), id);

        store().remembering(() -> assertThat(again(id)).isSameAs(again(id)));
    }

    @Test
    default void caseShouldBeForgottenAtTheEnd() {
        CaseId id = Samples.caseId();
        file(Samples.desk(), id);
        Case[] first = new Case[1];

        store().remembering(() -> first[0] = again(id));

        store().remembering(() -> assertThat(again(id)).isNotSameAs(first[0]).isEqualTo(first[0]));
        assertThat(again(id)).isNotSameAs(again(id));
    }

    @Test
    default void linesAddedMeanwhileShouldBeSeen() {
        CaseId id = Samples.caseId();
        Case filed = file(Samples.desk(), id);

        store().remembering(() -> {
            again(id);
            Case after = append(filed, Samples.followUp(), Samples.followUp());

            assertThat(again(id)).isEqualTo(after);
        });
    }

    @Test
    default void linesThatWereNeverCommittedShouldNotBeSeen() {
        CaseId id = Samples.caseId();
        Case filed = file(Samples.desk(), id);

        store().remembering(() -> {
            assertThatThrownBy(() -> store().inTransaction(tx -> {
                        tx.journal().append(filed, List.of(Samples.followUp()), Actor.OUTSIDE, Samples.NOON);
                        assertThat(tx.journal().find(id).orElseThrow().version())
                                .isEqualTo(2);
                        throw new IllegalStateException("no commit");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(again(id)).isEqualTo(filed);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET recorded = recorded + 1",
                "UPDATE journal SET kind = 'Held'",
                "UPDATE journal SET mac = previous_mac",
                "UPDATE journal SET previous_mac = mac",
                "UPDATE journal SET line_no = 77",
                "UPDATE journal SET case_version = 77",
                "UPDATE journal SET desk = 'another'",
                "UPDATE journal SET content = (SELECT j.content FROM journal j WHERE j.desk = journal.desk"
                        + " AND j.line_no = 3)",
                "DELETE FROM journal"
            })
    default void rowChangedMeanwhileShouldShow(String change) {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        append(file(desk, id), Samples.followUp(), Samples.followUp());

        store().remembering(() -> {
            again(id);
            assertThat(tampered(change + " WHERE desk = ? AND line_no = 2", desk.value()))
                    .isEqualTo(1);

            assertThatThrownBy(() -> again(id)).isInstanceOf(JournalDamageException.class);
            assertThatThrownBy(() -> again(id)).isInstanceOf(JournalDamageException.class);
        });
    }

    @Test
    default void caseAmongManyShouldBeItself() {
        DeskName desk = Samples.desk();
        CaseId[] ids = {Samples.caseId(), Samples.caseId(), Samples.caseId(), Samples.caseId(), Samples.caseId()};
        for (CaseId id : ids) {
            file(desk, id);
        }

        store().remembering(() -> {
            for (int round = 0; round < 2; round++) {
                for (CaseId id : ids) {
                    assertThat(again(id).id()).isEqualTo(id);
                }
            }
        });
    }

    private int tampered(String sql, String desk) {
        try {
            return tamper(sql, desk);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Case again(CaseId id) {
        Optional<Case> found =
                store().reading(transaction -> transaction.journal().find(id));
        return found.orElseThrow();
    }
}
