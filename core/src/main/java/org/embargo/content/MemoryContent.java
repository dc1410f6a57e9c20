package org.embargo.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Content held in memory. The array is not copied: whoever makes one gives it away. */
final class MemoryContent implements Content {

    private final byte[] bytes;

    MemoryContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public long sizeBytes() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "[withheld, " + bytes.length + " bytes]";
    }
}
