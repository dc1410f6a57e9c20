package org.embargo.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.Home;
import org.embargo.store.Store;
import org.embargo.store.StoreException;

/**
 * Copies witness and database for a backup that asks for it. A large database takes its time, so a thread of its own does
 * it; letters and steps go on meanwhile. Safe for use by many threads.
 */
public final class SnapshotSweep {

    private static final Logger LOGGER = LogManager.getLogger(SnapshotSweep.class);

    private final SnapshotFolder folder;
    private final Store store;
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();

    public SnapshotSweep(Home home, Store store) {
        this.folder = new SnapshotFolder(home);
        this.store = store;
    }

    /** Begins a copy where one is asked for; what was asked of an earlier run of the server nobody waits for. */
    public void run() {
        try {
            if (begun.compareAndSet(false, true)) {
                folder.clear();
            }
            if (Files.exists(folder.request()) && working.compareAndSet(false, true)) {
                Thread thread = new Thread(this::copy, "embargo-backup");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy() {
        try {
            store.copyTo(folder.unfinished());
            Files.move(folder.unfinished(), folder.copy(), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(folder.request());
            LOGGER.info("database and witness were copied for a backup");
        } catch (IOException | StoreException e) {
            LOGGER.error("no copy of the database could be made for a backup", e);
            tellFailure();
        } finally {
            working.set(false);
        }
    }

    private void tellFailure() {
        try {
            Files.createFile(folder.failure());
            Files.deleteIfExists(folder.request());
        } catch (IOException e) {
            LOGGER.error("the backup that waits can't be told", e);
        }
    }
}
