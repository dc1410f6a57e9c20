package org.embargo.content;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Takes bytes up to a limit and makes {@link Content} of them: in memory while small, in an encrypted file beyond
 * {@value #IN_MEMORY_BYTES} bytes, or fewer where its owner has many.
 *
 * <p>One thread writes it. {@link #close()} without {@link #finish()} leaves nothing behind.
 */
public final class Spool extends OutputStream {

    static final int IN_MEMORY_BYTES = 1 << 20;

    private final Path folder;
    private final long limitBytes;
    private final long inMemoryBytes;
    private final EphemeralCipher cipher = new EphemeralCipher();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream out = memory;
    private Path file = Path.of("");
    private long written;
    private boolean finished;

    Spool(Path folder, long limitBytes, long inMemoryBytes) {
        this.folder = folder;
        this.limitBytes = limitBytes;
        this.inMemoryBytes = inMemoryBytes;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** @throws SpoolLimitException before a byte beyond the limit is taken */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (written + length > limitBytes) {
            throw new SpoolLimitException(limitBytes);
        }
        if (isInMemory() && written + length > inMemoryBytes) {
            moveToFile();
        }
        out.write(bytes, offset, length);
        written += length;
    }

    /** What was written, readable any number of times; its file goes when the content is no longer reachable. */
    public Content finish() throws IOException {
        out.close();
        finished = true;
        return isInMemory() ? new MemoryContent(memory.toByteArray()) : new SpooledContent(file, written, cipher);
    }

    /** How much of memory what was written takes as long as it is kept. */
    public long keptInMemoryBytes() {
        return isInMemory() ? written : 0;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            out.close();
            if (!isInMemory()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private boolean isInMemory() {
        return out == memory;
    }

    private void moveToFile() throws IOException {
        file = Files.createTempFile(
                folder,
                "",
                ".spool",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputStream encrypted = cipher.encrypt(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        memory.writeTo(encrypted);
        memory.reset();
        out = encrypted;
    }
}
