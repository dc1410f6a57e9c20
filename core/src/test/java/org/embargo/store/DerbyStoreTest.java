package org.embargo.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The store's contracts on the embedded Derby. */
class DerbyStoreTest
        implements CaseStoreContract,
                JournalDamageContract,
                JournalMemoryContract,
                OutboxStoreContract,
                TimetableStoreContract,
                ClockLookUpsContract {
    private static Path home = Path.of("");
    private static Store store;

    @BeforeAll
    static void open(@TempDir Path folder) throws StoreStartException {
        home = folder;
        store = Store.open(StoreSettings.in(home));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public DataSource tables() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(home.resolve("database").toString());
        return source;
    }
}
