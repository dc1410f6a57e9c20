package org.embargo.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content in an encrypted file that is removed once nobody can read it any more. */
final class SpooledContent implements Content {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Path file;
    private final long sizeBytes;
    private final EphemeralCipher cipher;

    SpooledContent(Path file, long sizeBytes, EphemeralCipher cipher) {
        this.file = file;
        this.sizeBytes = sizeBytes;
        this.cipher = cipher;
        CLEANER.register(this, () -> file.toFile().delete());
    }

    @Override
    public InputStream open() throws IOException {
        return new Reading(this, cipher.decrypt(new BufferedInputStream(Files.newInputStream(file), 1 << 16)));
    }

    @Override
    public long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public String toString() {
        return "[withheld, " + sizeBytes + " bytes]";
    }

    /** Keeps the content reachable, and so its file in place, while somebody reads it. */
    private static final class Reading extends java.io.FilterInputStream {

        @SuppressWarnings({"unused", "UnusedVariable"})
        private final SpooledContent content;

        Reading(SpooledContent content, InputStream in) {
            super(in);
            this.content = content;
        }
    }
}
