package org.embargo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;

/** What the contracts of the store have in common: a store, and a way around it to the tables. */
interface StoreContract {
    Store store();

    DataSource tables();

    default Case file(DeskName desk, CaseId id) {
        return append(Case.unfiled(id, desk), Samples.report());
    }

    default Case append(Case current, CaseEvent... events) {
        return store().inTransaction(transaction ->
                transaction.journal().append(current, List.of(events), Actor.OUTSIDE, Samples.NOON));
    }

    /** What {@code work} finds in a transaction that reads. */
    default <T> Optional<T> find(Function<Transaction, Optional<T>> work) {
        return store().reading(work);
    }

    /** Changes tables as somebody would who has the database and not the secret. */
    default int tamper(String sql, Object... values) throws SQLException {
        try (Connection connection = tables().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
