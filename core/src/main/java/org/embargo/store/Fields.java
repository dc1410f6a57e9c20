package org.embargo.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Joins fields so that no two lists of fields give the same bytes: each has its length before it. */
final class Fields {
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();

    Fields add(byte[] field) {
        joined.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        joined.writeBytes(field);
        return this;
    }

    Fields add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    Fields add(long field) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(field).array());
    }

    byte[] bytes() {
        return joined.toByteArray();
    }
}
