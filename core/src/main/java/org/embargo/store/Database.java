package org.embargo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool of connections to the embedded Derby or to a PostgreSQL, with the schema in place. */
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final long PATIENCE_MILLIS = 5_000;
    /** A node that is frozen amid a transaction would stop all others: it loses that as it loses its claims. */
    private static final String FROZEN_NODES_LET_GO = "SET idle_in_transaction_session_timeout = '30s'";

    private final HikariDataSource pool;
    private final Optional<EmbeddedDerby> derby;
    private final Jdbi jdbi;

    private Database(DataSource source, Optional<EmbeddedDerby> derby) {
        this.derby = derby;
        this.pool = new HikariDataSource(settings(source, derby.isEmpty()));
        this.jdbi = Jdbi.create(pool);
        // Derby wants to know of which type a missing value is; those we leave out are all text
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.VARCHAR));
        // arguments of a failed statement must not get into messages
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    static Database open(StoreSettings settings, SealingSecret secret) throws StoreStartException {
        return open(settings, secret, true);
    }

    /** As {@link #open}, and brings no schema up to date. */
    static Database openAsItIs(StoreSettings settings, SealingSecret secret) throws StoreStartException {
        return open(settings, secret, false);
    }

    private static Database open(StoreSettings settings, SealingSecret secret, boolean mayChange)
            throws StoreStartException {
        Optional<EmbeddedDerby> derby =
                settings.databaseUrl().isEmpty() ? Optional.of(EmbeddedDerby.boot(settings.home())) : Optional.empty();
        DataSource source = derby.isPresent() ? derby.get().source() : postgres(settings);
        try {
            if (mayChange) {
                Schema.bringUpToDate(source, derby.isPresent());
            } else {
                Schema.requireUpToDate(source);
            }
            Database database = new Database(source, derby);
            database.requireSecret(secret, settings);
            return database;
        } catch (StoreStartException e) {
            derby.ifPresent(EmbeddedDerby::close);
            throw e;
        } catch (HikariPool.PoolInitializationException e) {
            derby.ifPresent(EmbeddedDerby::close);
            throw new StoreStartException("the database can't be reached", e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Whether this process alone writes to the database. */
    boolean isEmbedded() {
        return derby.isPresent();
    }

    /**
     * Copies the embedded database into {@code folder}.
     *
     * @throws StoreException when it can't, or there is no embedded one
     */
    void copyTo(Path folder) {
        try {
            derby.orElseThrow(() -> new StoreException("the database is not embedded"))
                    .copyTo(folder);
        } catch (SQLException e) {
            throw new StoreException("the database can't be copied, SQLState " + e.getSQLState(), e);
        }
    }

    @Override
    public void close() {
        pool.close();
        derby.ifPresent(EmbeddedDerby::close);
    }

    private void requireSecret(SealingSecret secret, StoreSettings settings) throws StoreStartException {
        try {
            secret.requireTag(jdbi.inTransaction(handle -> tag(handle, secret)), settings.secretFile(), "the database");
        } catch (StoreStartException e) {
            pool.close();
            throw e;
        }
    }

    /** The database's tag; where it has none it is new, and takes this secret's. */
    private static String tag(Handle handle, SealingSecret secret) {
        Optional<String> tag = handle.createQuery("SELECT tag FROM sealing WHERE only_row = 1")
                .mapTo(String.class)
                .findOne();
        if (tag.isEmpty()) {
            handle.createUpdate("INSERT INTO sealing (only_row, tag) VALUES (1, :tag)")
                    .bind("tag", secret.tag())
                    .execute();
        }
        return tag.orElseGet(secret::tag);
    }

    /** A data source, not a URL: the driver manager looks in the class loader of whoever started the thread. */
    private static HikariConfig settings(DataSource source, boolean shared) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("embargo");
        settings.setDataSource(source);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(PATIENCE_MILLIS);
        // jdbi takes a connection without it for one inside a transaction that somebody else will commit
        settings.setAutoCommit(true);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (shared) {
            settings.setConnectionInitSql(FROZEN_NODES_LET_GO);
        }
        return settings;
    }

    private static DataSource postgres(StoreSettings settings) throws StoreStartException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String url = settings.databaseUrl().orElseThrow();
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreStartException("database.url begins with jdbc:postgresql: or is left out");
        }
        source.setUrl(url);
        settings.user().ifPresent(source::setUser);
        // details of a constraint quote the values that broke it
        source.setLogServerErrorDetail(false);
        source.setTcpKeepAlive(true);
        try {
            if (settings.passwordFile().isPresent()) {
                source.setPassword(
                        Files.readString(settings.passwordFile().get()).trim());
            }
        } catch (IOException e) {
            throw new StoreStartException("the database password can't be read from its file", e);
        }
        return source;
    }
}
