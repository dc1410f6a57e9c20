package org.embargo.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;

/**
 * The folder {@code left/} of one desk: a file with the address of a member takes him off the team, whatever the
 * configuration says. It is read anew each time, so that a file has its effect from the moment it stands there, whoever
 * made it. Safe for use by many threads and processes.
 */
public final class LeaverFolder {

    private final Path left;
    private final Path returned;

    public LeaverFolder(DeskFolder desk) {
        this.left = desk.folder().resolve("left");
        this.returned = left.resolve("returned");
    }

    /** Who has left. */
    public Set<Address> left() throws IOException {
        return named(left);
    }

    /** Who was taken back, and no server has seen it yet. */
    public Set<Address> returned() throws IOException {
        return named(returned);
    }

    /**
     * Takes {@code member} off the team. When this returns, the file survives a crash.
     *
     * @return false where the file stood already
     */
    public boolean leave(Address member) throws IOException {
        boolean stood = left().contains(member);
        if (!stood) {
            write(left, member);
        }
        remove(returned, member);
        return !stood;
    }

    /** Takes that back; it stays noted until a server has seen it, since the desk's book says that he left as well. */
    public void comeBack(Address member) throws IOException {
        PrivateFiles.close(left);
        write(returned, member);
        remove(left, member);
    }

    /** A server has seen that {@code member} was taken back. */
    public void forget(Address member) throws IOException {
        remove(returned, member);
    }

    /** Where the file of {@code member} lies, or would lie. */
    public Path file(Address member) {
        return left.resolve(member.canonical());
    }

    private static Set<Address> named(Path folder) throws IOException {
        Set<Address> named = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(file -> address(file).ifPresent(named::add));
        } catch (NoSuchFileException | NotDirectoryException neverMade) {
            return Set.of();
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        return named;
    }

    private static Optional<Address> address(Path file) {
        return Address.parse(String.valueOf(file.getFileName()));
    }

    private static void write(Path folder, Address member) throws IOException {
        PrivateFiles.close(folder);
        Path file = folder.resolve(member.canonical());
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        sync(folder);
    }

    /** Whoever makes a file by hand may write the address as he likes. */
    private static void remove(Path folder, Address member) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (address(file).filter(member::equals).isPresent()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        sync(folder);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
