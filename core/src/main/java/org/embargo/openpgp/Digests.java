package org.embargo.openpgp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that every Java has. */
final class Digests {

    private Digests() {}

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(of("SHA-256").digest(bytes));
    }

    /** For OpenPGP's integrity protection alone, which does not need collision resistance. */
    static MessageDigest sha1() {
        return of("SHA-1");
    }

    private static MessageDigest of(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + name, e);
        }
    }
}
