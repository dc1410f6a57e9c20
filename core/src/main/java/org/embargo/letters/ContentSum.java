package org.embargo.letters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest over all that an approval binds to (contract, section 8): SHA-256 over named lists, in a fixed order. Each
 * name, the length of each list, and each of its values are preceded by their lengths, so that no two contents have the
 * same encoding. One thread, one use.
 */
final class ContentSum {

    private static final String FORM = "embargo approved content 1";

    private final MessageDigest sum;

    ContentSum() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        text(FORM);
    }

    ContentSum add(String name, List<String> values) {
        text(name);
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        sum.update(bytes);
    }

    private void number(int value) {
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }
}
