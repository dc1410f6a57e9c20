package org.embargo.model;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Draws tokens, ids and delays. Nothing drawn holds a counter, the time or a host name.
 *
 * <p>Safe for use by many threads where the generator is; {@link #secure()} is. Tests pass a seeded generator.
 */
public final class Randomness {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN_LENGTH = 26;

    private final RandomGenerator generator;

    public Randomness(RandomGenerator generator) {
        this.generator = Objects.requireNonNull(generator, "generator");
    }

    public static Randomness secure() {
        return new Randomness(new SecureRandom());
    }

    public Token token() {
        return new Token(letters());
    }

    public LetterId letterId() {
        return new LetterId(letters());
    }

    /** A Message-ID at {@code domain} that tells nothing else. */
    public MessageId messageId(String domain) {
        return new MessageId("<" + letters() + "@" + domain + ">");
    }

    /** A number from {@code least} up to and without {@code bound}. */
    public long number(long least, long bound) {
        return generator.nextLong(least, bound);
    }

    public byte[] bytes(int count) {
        byte[] drawn = new byte[count];
        generator.nextBytes(drawn);
        return drawn;
    }

    private String letters() {
        byte[] drawn = bytes(TOKEN_LENGTH);
        StringBuilder letters = new StringBuilder(TOKEN_LENGTH);
        for (byte each : drawn) {
            letters.append(ALPHABET.charAt(each & 31));
        }
        return letters.toString();
    }
}
