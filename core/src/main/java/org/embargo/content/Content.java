package org.embargo.content;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes of a known size that can be read any number of times, each time from the start.
 *
 * <p>Safe for use by many threads. What is behind it (memory, a sealed file) is its maker's business; it is never a file
 * in clear.
 */
public interface Content {

    /** A new stream over all bytes; the caller closes it. */
    InputStream open() throws IOException;

    long sizeBytes();

    /** All bytes at once; only for content whose size the caller has bounded. */
    default byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    static Content of(byte[] bytes) {
        return new MemoryContent(bytes.clone());
    }
}
