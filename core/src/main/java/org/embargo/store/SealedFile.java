package org.embargo.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.embargo.mail.Envelope;
import org.embargo.model.IntakeId;

/**
 * The form of one sealed mail (Tink's streaming AEAD, AES-256-GCM with HKDF-SHA256): length of the envelope, envelope,
 * mail. Its id is the associated data.
 */
final class SealedFile {
    private static final int TAG_BYTES = 16;
    private static final int LONGEST_ENVELOPE_BYTES = 1 << 16;

    private final Sealer sealer;

    SealedFile(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Writes a new file; it is synced when this returns. */
    void write(Path file, IntakeId id, Envelope envelope, InputStream mail) throws IOException {
        byte[] head = StoredJson.write(envelope);
        if (head.length > LONGEST_ENVELOPE_BYTES) {
            throw new IOException("envelope of " + head.length + " bytes");
        }
        try (OutputStream synced = new SyncedOnClose(DurableFiles.createPrivate(file));
                DataOutputStream sealed =
                        new DataOutputStream(sealer.files().newEncryptingStream(synced, associatedData(id)))) {
            sealed.writeInt(head.length);
            sealed.write(head);
            mail.transferTo(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("streaming AES-GCM failed", e);
        }
    }

    /** The content of an open sealed file, envelope first; closing it closes {@code file}. */
    DataInputStream open(InputStream file, IntakeId id) throws IOException {
        try {
            return new DataInputStream(sealer.files().newDecryptingStream(file, associatedData(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("streaming AES-GCM failed", e);
        }
    }

    static byte[] readHead(DataInputStream content) throws IOException {
        int length = content.readInt();
        if (length < 0 || length > LONGEST_ENVELOPE_BYTES) {
            throw new EOFException("no envelope");
        }
        return content.readNBytes(length);
    }

    /** Skips the envelope; what follows is the mail. */
    static InputStream afterHead(DataInputStream content) throws IOException {
        readHead(content);
        return content;
    }

    /** How many bytes are sealed in a file of {@code fileBytes}. */
    long clearBytes(long fileBytes) {
        long segments = (fileBytes + Sealer.SEGMENT_BYTES - 1) / Sealer.SEGMENT_BYTES;
        return fileBytes - sealer.fileHeaderBytes() - TAG_BYTES * segments;
    }

    /** Whether reading failed for what stands in the file, and not because the disk can't be read at this hour. */
    boolean isDamage(Path file, Exception failure) throws IOException {
        return failure instanceof EOFException
                || failure instanceof StoreException
                || failure.getCause() instanceof GeneralSecurityException
                || Files.size(file) < sealer.fileHeaderBytes() + TAG_BYTES;
    }

    private static byte[] associatedData(IntakeId id) {
        return id.value().getBytes(StandardCharsets.US_ASCII);
    }

    /** Closing it makes what was written survive a crash. */
    private static final class SyncedOnClose extends FilterOutputStream {
        private final FileChannel channel;

        SyncedOnClose(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                if (channel.isOpen()) {
                    channel.force(true);
                }
            }
        }
    }
}
