package org.embargo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this JVM; it ends with the JVM. */
public final class TestPostgres {
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** A store in {@code home} on the shared database; homes that share it must share the sealing secret. */
    public static StoreSettings in(Path home, Path secretFile) {
        return new StoreSettings(
                home,
                Optional.of(SERVER.getJdbcUrl("postgres", "postgres")),
                Optional.of("postgres"),
                Optional.empty(),
                secretFile);
    }

    static DataSource tables() {
        return SERVER.getPostgresDatabase();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
