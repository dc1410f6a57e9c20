package org.embargo.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * The Derby database in a home. It is made beside its place and renamed into it, so that a crash while it is made leaves
 * nothing that can't be booted.
 */
final class EmbeddedDerby implements AutoCloseable {
    private static final String LOG_FILE = "derby.stream.error.file";
    private static final String HOME = "derby.system.home";
    /** Seconds; Derby's own twenty would stall the door. */
    private static final Map<String, String> LOCK_PATIENCE =
            Map.of("derby.locks.deadlockTimeout", "2", "derby.locks.waitTimeout", "20");

    private final EmbeddedDataSource source;

    private EmbeddedDerby(EmbeddedDataSource source) {
        this.source = source;
    }

    static EmbeddedDerby boot(Path home) throws StoreStartException {
        Path folder = home.resolve("database");
        boolean named = false;
        try {
            DurableFiles.makePrivateFolder(home.resolve("log"));
            named = nameLog(home);
            if (Files.notExists(folder)) {
                create(folder);
            }
            EmbeddedDerby derby = new EmbeddedDerby(source(folder));
            derby.connectOnce();
            return derby;
        } catch (IOException | SQLException e) {
            throw new StoreStartException("the database in " + folder + " can't be opened: " + reason(e), e);
        } finally {
            if (named) {
                System.clearProperty(LOG_FILE);
            }
        }
    }

    DataSource source() {
        return source;
    }

    /** Copies the database as of one moment into {@code folder}, below its own name; others may write meanwhile. */
    void copyTo(Path folder) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement copy = connection.prepareStatement("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            copy.setString(1, folder.toString());
            copy.execute();
        }
    }

    /** Derby says by an exception that it has stopped. */
    @Override
    public void close() {
        source.setCreateDatabase("");
        source.setShutdownDatabase("shutdown");
        try (Connection unexpected = source.getConnection()) {
            throw new IllegalStateException("Derby did not stop: " + unexpected.getClass());
        } catch (SQLException stopped) {
            source.setShutdownDatabase("");
        }
    }

    private static void create(Path folder) throws IOException, SQLException {
        Path beside = folder.resolveSibling("database.making");
        deleteAll(beside);
        EmbeddedDataSource source = source(beside);
        source.setCreateDatabase("create");
        try (Connection made = source.getConnection()) {
            made.commit();
        }
        new EmbeddedDerby(source).close();
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwx------"));
        syncAll(beside);
        DurableFiles.move(beside, folder);
    }

    private void connectOnce() throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement set =
                        connection.prepareStatement("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY(?, ?)")) {
            for (Map.Entry<String, String> each : LOCK_PATIENCE.entrySet()) {
                set.setString(1, each.getKey());
                set.setString(2, each.getValue());
                set.execute();
            }
        }
    }

    private static EmbeddedDataSource source(Path folder) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(folder.toString());
        return source;
    }

    /**
     * Derby reads these two when its engine starts, from system properties alone; otherwise it would write a log into
     * whatever folder the server was started in. What an operator has set stays.
     *
     * @return whether the property was set, and is to be cleared again once the engine runs
     */
    private static boolean nameLog(Path home) {
        boolean unset = System.getProperty(LOG_FILE) == null && System.getProperty(HOME) == null;
        if (unset) {
            System.setProperty(LOG_FILE, home.resolve("log/derby.log").toString());
        }
        return unset;
    }

    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "XSDB6".equals(sql.getSQLState())) {
                return "another process has it open; stop that one first";
            }
        }
        return failure instanceof SQLException sql ? "SQLState " + sql.getSQLState() : failure.toString();
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private static void syncAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                DurableFiles.syncFolder(each);
            }
        }
    }
}
