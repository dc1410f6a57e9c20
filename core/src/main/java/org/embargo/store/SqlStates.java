package org.embargo.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** What the databases say by SQLState. */
final class SqlStates {
    /**
     * Serialization failure and deadlock on both databases, lock timeouts of Derby; and a row that another transaction
     * was faster to insert, which is seen when the work is repeated.
     */
    private static final Set<String> REPEATABLE = Set.of("40001", "40P01", "40XL1", "40XL2", "23505");

    private SqlStates() {}

    static boolean mayBeRepeated(Throwable failure) {
        return of(failure).filter(REPEATABLE::contains).isPresent();
    }

    static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
