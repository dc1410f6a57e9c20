package org.embargo.patches;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The exact half of a {@link org.embargo.model.PatchIdentity}. */
final class ExactPatchId {

    private ExactPatchId() {}

    /** Of {@code diff} as git made it. In content, every line begins with a sign, in binary parts none with these words. */
    static String of(byte[] diff) {
        MessageDigest digest = sha256();
        for (String line : new String(diff, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            if (line.startsWith("@@ -")) {
                digest.update((byte) '@');
            } else if (!line.startsWith("index ")
                    && !line.startsWith("similarity index ")
                    && !line.startsWith("dissimilarity index ")) {
                digest.update(line.getBytes(StandardCharsets.ISO_8859_1));
            }
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
