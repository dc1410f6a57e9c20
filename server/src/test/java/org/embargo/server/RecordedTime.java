package org.embargo.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a server leaves in its home about the time, made without one: its next start finds a clock that was ahead. */
final class RecordedTime {
    private static final int SECRET_BYTES = 32;

    private RecordedTime() {}

    /** Makes a home, with its sealing secret, whose server last ran at {@code time} by its own clock. */
    static void in(Path home, Instant time) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        folder(home.resolve("secrets"));
        Path key = Files.writeString(
                home.resolve("secrets/sealing.key"), Base64.getEncoder().encodeToString(secret) + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        folder(home.resolve("witness"));
        String millis = Long.toString(time.toEpochMilli());
        Files.writeString(home.resolve("witness/clock"), millis + " " + seal(secret, "clock", millis) + "\n");
    }

    private static void folder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** By a key that is derived from the secret (RFC 5869), over the words, each with its length before it. */
    private static String seal(byte[] secret, String... words) {
        byte[] extracted = hmac(new byte[SECRET_BYTES], secret);
        byte[] key = hmac(extracted, "embargo 1 witness\u0001".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer fields = ByteBuffer.allocate(256);
        for (String word : words) {
            fields.putInt(word.length()).put(word.getBytes(StandardCharsets.US_ASCII));
        }
        byte[] sealed = new byte[fields.flip().remaining()];
        fields.get(sealed);
        return HexFormat.of().formatHex(hmac(key, sealed));
    }

    private static byte[] hmac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
