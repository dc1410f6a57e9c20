package org.embargo.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.Home;
import org.embargo.store.HomeLock;
import org.embargo.store.StoreStartException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a copy of a home in one file, beside a server that runs or without one. What the mail server keeps for itself is
 * left out: whatever it still had to send, the outbox gives it again. One thread, one use.
 */
public final class HomeBackup {

    private final Home home;
    private final Path secret;
    private final boolean embedded;
    private final BooleanSupplier serverRuns;
    private final Clock clock;

    /** @param serverRuns asked time and again while the server is waited for */
    public HomeBackup(EmbargoConfig config, BooleanSupplier serverRuns, Clock clock) {
        this.home = config.home();
        this.secret = config.server().sealingSecretFile();
        this.embedded = config.server().database().embedded().isPresent();
        this.serverRuns = serverRuns;
        this.clock = clock;
    }

    /**
     * Writes everything but the secrets. Nothing is left of a copy that fails.
     *
     * @throws BackupException when {@code file} is there already, or the home can't be copied as it stands
     */
    public void data(Path file) throws IOException, BackupException {
        requireNew(file);
        SnapshotFolder folder = new SnapshotFolder(home);
        try (FileChannel channel =
                FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel);
            BackupLabel label = new BackupLabel(BackupKind.DATA, clock.instant(), embedded);
            if (serverRuns.getAsBoolean()) {
                requireEmbedded();
                try {
                    write(file, label, new RunningCopy(home, serverRuns).take());
                } finally {
                    folder.clear();
                }
            } else {
                writeStopped(file, label);
            }
        }
    }

    /**
     * Writes the secrets alone, and leaves the word beside the sealing secret that there is a copy of it.
     *
     * @throws BackupException also when the sealing secret lies outside of the home
     */
    public void secrets(Path file) throws IOException, BackupException {
        requireNew(file);
        if (!secret.startsWith(home.secrets())) {
            throw new BackupException("sealing.secret.file lies outside of " + home.secrets() + ": copy " + secret
                    + " yourself, then say so: touch " + copied(secret));
        }
        write(file, new BackupLabel(BackupKind.SECRETS, clock.instant(), embedded), home.folder());
        if (Files.notExists(copied(secret))) {
            Files.createFile(
                    copied(secret), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.setLastModifiedTime(copied(secret), FileTime.from(clock.instant()));
    }

    /** The file that says that there is a copy of {@code secret}: nobody can know but he who made it. */
    public static Path copied(Path secret) {
        return secret.resolveSibling(secret.getFileName() + ".copied");
    }

    private void write(Path file, BackupLabel label, Path database) throws IOException {
        Path unfinished = unfinished(file);
        try {
            try (ArchiveWriter archive = ArchiveWriter.create(unfinished, label)) {
                for (String folder : label.kind().folders()) {
                    boolean isCopied = folder.equals("database") || folder.equals("witness");
                    archive.add(folder, (isCopied ? database : home.folder()).resolve(folder));
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** No server starts meanwhile. */
    private void writeStopped(Path file, BackupLabel label) throws IOException, BackupException {
        HomeLock lock;
        try {
            lock = HomeLock.take(home.folder());
        } catch (StoreStartException e) {
            throw new BackupException(String.valueOf(e.getMessage()), e);
        }
        try (lock) {
            write(file, label, home.folder());
        }
    }

    /** Between its dump and our copy of the mails a case could come or go. */
    private void requireEmbedded() throws BackupException {
        if (!embedded) {
            throw new BackupException("the database is a PostgreSQL: stop the server, dump the database with pg_dump,"
                    + " and run this again before you start it; senders come again with what they mail meanwhile");
        }
    }

    /** It ends with the channel. */
    private static void lock(FileChannel channel) throws IOException, BackupException {
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new BackupException("another backup of this home runs; wait for it");
        }
    }

    private void requireNew(Path file) throws IOException, BackupException {
        if (Files.exists(file)) {
            throw new BackupException(
                    file + " is there already, and a backup writes over nothing; choose another name");
        }
        if (file.startsWith(home.folder())) {
            throw new BackupException(file + " lies in the home that is copied; a backup is worth more elsewhere");
        }
        // left by one that was killed
        Files.deleteIfExists(unfinished(file));
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
