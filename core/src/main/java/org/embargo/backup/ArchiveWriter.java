package org.embargo.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a tar in gzip that only its owner may read. It is on the disk when it is closed. */
final class ArchiveWriter implements AutoCloseable {

    private final Path file;
    private final TarArchiveOutputStream tar;

    private ArchiveWriter(Path file, OutputStream out) throws IOException {
        this.file = file;
        this.tar = new TarArchiveOutputStream(new GZIPOutputStream(out, 1 << 16), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    static ArchiveWriter create(Path file, BackupLabel label) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        ArchiveWriter writer =
                new ArchiveWriter(file, new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
        byte[] text = label.text().getBytes(StandardCharsets.US_ASCII);
        TarArchiveEntry entry = new TarArchiveEntry(BackupLabel.NAME);
        entry.setSize(text.length);
        entry.setMode(0600);
        writer.tar.putArchiveEntry(entry);
        writer.tar.write(text);
        writer.tar.closeArchiveEntry();
        return writer;
    }

    /**
     * Adds what lies in {@code folder}, if it is there, as {@code name}. It may be a link to another disk, and so may files
     * in it; folders further down are not followed.
     */
    void add(String name, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        putFolder(name);
        for (Path each : contentOf(folder)) {
            String below = name + "/" + each.getFileName();
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                add(below, each);
            } else if (Files.isRegularFile(each)) {
                putFile(below, each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private void putFolder(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(0700);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /** A mail that is filed meanwhile moves on to a folder that comes later. */
    private void putFile(String name, Path file) throws IOException {
        BasicFileAttributes attributes;
        InputStream content;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
            content = Files.newInputStream(file);
        } catch (NoSuchFileException moved) {
            return;
        }
        try (content) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(attributes.size());
            entry.setModTime(attributes.lastModifiedTime().toMillis());
            entry.setMode(0600);
            tar.putArchiveEntry(entry);
            content.transferTo(tar);
            tar.closeArchiveEntry();
        }
    }

    private static List<Path> contentOf(Path folder) throws IOException {
        List<Path> content = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.sorted().forEach(content::add);
        }
        return content;
    }
}
