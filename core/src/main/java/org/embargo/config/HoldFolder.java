package org.embargo.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.CaseId;

/**
 * The folder {@code hold/}: a file with the name of a case holds that case, one named {@code all} holds every case. It is
 * read anew each time, so that a file has its effect from the moment it stands there, whoever made it.
 *
 * <p>When in doubt, it holds: a name that says nothing, and a folder that can't be read, hold all. Names that begin with a
 * dot are files in the making. Safe for use by many threads and processes.
 */
public final class HoldFolder {

    private static final String ALL = "all";
    private static final String LIFTED = ".lifted";
    private static final String TEXT = "Held by whoever runs this server; embargo hold --help tells more.\n";

    private final Path folder;

    public HoldFolder(Home home) {
        this.folder = home.hold();
    }

    /** What is held now. */
    public Holds read() {
        Optional<String> all = Optional.empty();
        Set<CaseId> cases = new HashSet<>();
        Set<CaseId> lifted = new HashSet<>();
        try {
            for (Path file : files()) {
                Optional<CaseId> id = CaseId.parse(nameOf(file));
                Optional<CaseId> taken = liftedBy(file);
                id.ifPresent(cases::add);
                taken.ifPresent(lifted::add);
                if (id.isEmpty() && taken.isEmpty()) {
                    all = Optional.of(since(file));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            all = Optional.of("unreadable");
        }
        lifted.removeAll(cases);
        return new Holds(all, cases, lifted);
    }

    /**
     * Holds a case, or all. When this returns, the file survives a crash.
     *
     * @param id empty for all
     * @return false where the file stood already
     */
    public boolean hold(Optional<CaseId> id) throws IOException {
        PrivateFiles.close(folder);
        boolean stood = Files.exists(file(id));
        if (!stood) {
            write(file(id));
        }
        if (id.isPresent()) {
            Files.deleteIfExists(lifted(id.get()));
        }
        sync();
        return !stood;
    }

    /**
     * Takes a hold back. That of a case stays noted until a server has seen it, since the case's journal holds it as well.
     *
     * @return false where there was no such file
     */
    public boolean lift(Optional<CaseId> id) throws IOException {
        List<Path> held = files().stream().filter(file -> isOf(file, id)).toList();
        if (held.isEmpty()) {
            return false;
        }
        if (id.isPresent()) {
            write(lifted(id.get()));
        }
        remove(held);
        return true;
    }

    /** Removes the files of a case: its journal says what is to be done. Does nothing where there are none. */
    public void forget(CaseId id) throws IOException {
        remove(files().stream()
                .filter(file -> isOf(file, Optional.of(id))
                        || liftedBy(file).filter(id::equals).isPresent())
                .toList());
    }

    /** Where the file of a case, or of all, lies or would lie. */
    public Path file(Optional<CaseId> id) {
        return folder.resolve(id.map(CaseId::toString).orElse(ALL));
    }

    private Path lifted(CaseId id) {
        return folder.resolve(id + LIFTED);
    }

    /** None where the folder was never made. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(folder, file -> !nameOf(file).startsWith("."))) {
            all.forEach(files::add);
        } catch (NoSuchFileException neverMade) {
            return List.of();
        }
        return files;
    }

    /** Whoever makes a file by hand may write its name as he likes. */
    private static boolean isOf(Path file, Optional<CaseId> id) {
        return id.isPresent()
                ? CaseId.parse(nameOf(file)).equals(id)
                : nameOf(file).equalsIgnoreCase(ALL);
    }

    private static Optional<CaseId> liftedBy(Path file) {
        String name = nameOf(file);
        return name.endsWith(LIFTED)
                ? CaseId.parse(name.substring(0, name.length() - LIFTED.length()))
                : Optional.empty();
    }

    private static String since(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException justTakenAway) {
            // it held a moment ago; the next look sees what is left
            return "unknown";
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        if (!files.isEmpty()) {
            sync();
        }
    }

    private void write(Path file) throws IOException {
        Path half = Files.createTempFile(
                folder,
                ".",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(TEXT.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
