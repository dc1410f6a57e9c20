package org.embargo.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables to the form that this version of the code expects. */
final class Schema {
    /** The newest migration; a database that says another is not worked on. */
    static final String VERSION = "002";

    private Schema() {}

    static void bringUpToDate(DataSource source, boolean isDerby) throws StoreStartException {
        try {
            // our own class loader: inside a mail server the thread's is the server's, which can't see our resources
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/embargo/store/schema")
                    .failOnMissingLocations(true)
                    .placeholders(Map.of("sealed", isDerby ? "BLOB" : "BYTEA"))
                    .load();
            flyway.migrate();
            requireVersion(flyway.info().current());
        } catch (FlywayException e) {
            throw new StoreStartException(
                    "the database can't be reached or its tables can't be made: " + firstLine(e), e);
        }
    }

    /** As {@link #bringUpToDate}, and changes nothing. */
    static void requireUpToDate(DataSource source) throws StoreStartException {
        try {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:org/embargo/store/schema")
                    .failOnMissingLocations(true)
                    .load();
            MigrationInfo current = flyway.info().current();
            if (current == null) {
                throw new StoreStartException("the database has no tables yet; serve makes them");
            }
            requireVersion(current);
        } catch (FlywayException e) {
            throw new StoreStartException("the database can't be reached: " + firstLine(e), e);
        }
    }

    private static void requireVersion(MigrationInfo current) throws StoreStartException {
        if (!VERSION.equals(current.getVersion().getVersion())) {
            throw new StoreStartException("the database has schema " + current.getVersion() + ", this Embargo needs "
                    + VERSION + "; it was made by another version of Embargo");
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }
}
