package org.embargo.process.standing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.embargo.model.Fingerprint;
import org.embargo.model.Randomness;

/** The digest that one preview carries: over the content, the member whom it is shown to, and a value of its own. */
public final class PreviewDigest {

    /** Of every digest that was ever drawn. */
    public static final Pattern FORM = Pattern.compile("[a-z2-7]{26,64}");

    private static final int RANDOM_BYTES = 16;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private PreviewDigest() {}

    public static String draw(String content, Fingerprint member, Randomness randomness) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            // the first two are hexadecimal, so that the blanks keep them apart
            sum.update((content + " " + member.hex() + " ").getBytes(StandardCharsets.US_ASCII));
            sum.update(randomness.bytes(RANDOM_BYTES));
            return base32(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = (held << 8) | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((held >> bits) & 31));
            }
            held &= 31;
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((held << (5 - bits)) & 31)).toString();
    }
}
