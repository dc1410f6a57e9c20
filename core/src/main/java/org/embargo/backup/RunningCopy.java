package org.embargo.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.embargo.config.Home;

/** Has the server that runs on a home copy its witness and database. */
final class RunningCopy {

    private static final long PAUSE_MILLIS = 200;

    private final SnapshotFolder folder;
    private final BooleanSupplier serverRuns;

    RunningCopy(Home home, BooleanSupplier serverRuns) {
        this.folder = new SnapshotFolder(home);
        this.serverRuns = serverRuns;
    }

    /**
     * Asks for a copy, and waits as long as the server lives.
     *
     * @return the folder that holds {@code witness} and {@code database}; {@link SnapshotFolder#clear} removes it
     */
    Path take() throws IOException, BackupException {
        folder.clear();
        while (true) {
            if (Files.exists(folder.copy())) {
                return folder.copy();
            }
            if (Files.exists(folder.failure())) {
                folder.clear();
                throw new BackupException("the server could not copy its database; its log says why");
            }
            if (!serverRuns.getAsBoolean()) {
                folder.clear();
                throw new BackupException("the server stopped meanwhile; run the backup again");
            }
            // a server that has only just begun forgets what was asked of the one before
            if (Files.notExists(folder.request()) && Files.notExists(folder.copy())) {
                Files.createFile(folder.request());
            }
            pause();
        }
    }

    private static void pause() throws BackupException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("the backup was interrupted", e);
        }
    }
}
