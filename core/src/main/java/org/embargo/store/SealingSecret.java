package org.embargo.store;

import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * The one secret from which all keys of the store are derived: 32 random bytes in a file, base64, one line.
 *
 * <p>Who has it and the home can read everything; who lost it can read nothing. A tag derived from it lies beside the
 * sealed data and tells a wrong or forgotten secret before anything is sealed with it.
 */
final class SealingSecret {
    private static final int SIZE_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final byte[] secret;

    private SealingSecret(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads the secret, or makes it where nothing was sealed yet.
     *
     * @param tagFile where the tag of this home's secret stands once there is one
     */
    static SealingSecret open(Path file, Path tagFile) throws StoreStartException {
        try {
            if (Files.notExists(file)) {
                make(file, tagFile);
            }
            SealingSecret secret = new SealingSecret(read(file));
            if (Files.notExists(tagFile)) {
                DurableFiles.write(tagFile, secret.tag().getBytes(StandardCharsets.US_ASCII));
            }
            secret.requireTag(
                    Files.readString(tagFile, StandardCharsets.US_ASCII).trim(), file, "this home");
            return secret;
        } catch (IOException e) {
            throw new StoreStartException("the sealing secret " + file + " can't be read or made: " + e, e);
        }
    }

    /** As {@link #open}, and makes nothing. */
    static SealingSecret existing(Path file, Path tagFile) throws StoreStartException {
        if (Files.notExists(file)) {
            throw new StoreStartException("the sealing secret " + file + " is missing; put it back from your backup");
        }
        return open(file, tagFile);
    }

    /** Refuses the secret where {@code place} was sealed with another. */
    void requireTag(String expected, Path file, String place) throws StoreStartException {
        if (!tag().equals(expected)) {
            throw new StoreStartException("the sealing secret in " + file + " is not the one that " + place
                    + " was sealed with; put the right file back from your backup");
        }
    }

    /** Tells this secret from others, and nothing about it. */
    String tag() {
        return HexFormat.of().formatHex(derive("tag", 16));
    }

    /** A key for one purpose alone (HKDF, RFC 5869). */
    byte[] derive(String purpose, int sizeBytes) {
        try {
            byte[] info = ("embargo 1 " + purpose).getBytes(StandardCharsets.UTF_8);
            return Hkdf.computeHkdf("HMACSHA256", secret, new byte[0], info, sizeBytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    private static void make(Path file, Path tagFile) throws IOException, StoreStartException {
        if (Files.exists(tagFile)) {
            throw new StoreStartException("the sealing secret " + file
                    + " is missing, and what lies in this home was sealed with it; put it back from your backup");
        }
        byte[] drawn = new byte[SIZE_BYTES];
        new SecureRandom().nextBytes(drawn);
        DurableFiles.makePrivateFolder(file.toAbsolutePath().resolveSibling(""));
        DurableFiles.write(
                file, (Base64.getEncoder().encodeToString(drawn) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] read(Path file) throws IOException, StoreStartException {
        if (!OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new StoreStartException(
                    "others than the owner may use the sealing secret; mend it with: chmod 600 " + file);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).trim();
        try {
            byte[] read = Base64.getDecoder().decode(text);
            if (read.length == SIZE_BYTES) {
                return read;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without quoting what stands in the file
        }
        throw new StoreStartException(file
                + " is no sealing secret: one line with 32 bytes in base64 expected; put it back from your backup");
    }
}
