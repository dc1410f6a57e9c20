package org.embargo.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes as text, small: gzip in base64. */
public final class PackedBytes {

    private PackedBytes() {}

    public static Confidential pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Confidential(Base64.getEncoder().encodeToString(packed.toByteArray()));
    }

    /** Only for what was packed here: its size is not bounded. */
    public static byte[] unpack(Confidential packed) {
        byte[] bytes = Base64.getDecoder().decode(packed.text());
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
