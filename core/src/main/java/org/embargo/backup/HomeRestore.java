package org.embargo.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;

/**
 * Makes a new home out of archives that {@link HomeBackup} wrote. A home that is older than what has happened must tell
 * nothing: all cases are on hold in it, until whoever restored it has looked at them.
 */
public final class HomeRestore {

    private static final int MOST_OF_LABEL = 512;

    private final Home home;

    public HomeRestore(Home home) {
        this.home = home;
    }

    /**
     * Makes the home; it stands at its place when all is there, or not at all.
     *
     * @return what the archives were, in their order
     * @throws BackupException when the home is not empty, or a file is no such archive
     */
    public List<BackupLabel> from(List<Path> archives) throws IOException, BackupException {
        if (!home.isEmpty()) {
            throw new BackupException(home.folder() + " is not empty, and nothing is written over: choose a new folder,"
                    + " or move this one away");
        }
        Path beside = home.folder().resolveSibling(home.folder().getFileName() + ".restoring");
        if (Files.exists(beside)) {
            throw new BackupException(beside + " was left by a restore that broke off; remove it first");
        }
        makeFolder(beside);
        List<BackupLabel> labels = new ArrayList<>();
        for (Path archive : archives) {
            labels.add(unpack(archive, beside));
        }
        new HoldFolder(new Home(beside)).hold(Optional.empty());
        Files.deleteIfExists(home.folder());
        Files.move(beside, home.folder(), StandardCopyOption.ATOMIC_MOVE);
        return labels;
    }

    private static BackupLabel unpack(Path archive, Path folder) throws IOException, BackupException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new GZIPInputStream(file), StandardCharsets.UTF_8.name())) {
            BackupLabel label = label(tar)
                    .orElseThrow(() -> new BackupException(archive + " is no backup that this version can read"));
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                put(tar, entry, place(entry, label, archive, folder));
            }
            return label;
        } catch (ZipException e) {
            throw new BackupException(archive + " is no backup, or a damaged one", e);
        } catch (EOFException e) {
            throw new BackupException(archive + " is cut off; " + folder + " holds what could be read", e);
        }
    }

    private static Optional<BackupLabel> label(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry first = tar.getNextEntry();
        return first != null && first.getName().equals(BackupLabel.NAME)
                ? BackupLabel.parse(new String(tar.readNBytes(MOST_OF_LABEL), StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    /** Inside the home, in a folder of this kind of archive: whoever made the file by hand may have named anything. */
    private static Path place(TarArchiveEntry entry, BackupLabel label, Path archive, Path folder)
            throws BackupException {
        Path place = folder.resolve(entry.getName()).normalize();
        boolean isOurs = (entry.isFile() || entry.isDirectory())
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && place.startsWith(folder)
                && !place.equals(folder)
                && label.kind()
                        .folders()
                        .contains(folder.relativize(place).getName(0).toString());
        if (!isOurs) {
            throw new BackupException(archive + " holds what no backup holds; it was not made by embargo backup");
        }
        return place;
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            makeFolder(place);
            return;
        }
        try (FileChannel channel = FileChannel.open(
                place,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            tar.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
