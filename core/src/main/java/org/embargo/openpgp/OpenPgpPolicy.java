package org.embargo.openpgp;

import java.time.Duration;
import java.util.Objects;

/**
 * What is acceptable in OpenPGP data. Immutable; passed in, never global.
 *
 * @param contentLimitBytes    of the content after decryption and decompression
 * @param messageLimitBytes    of an OpenPGP message as it comes, without its armor
 * @param layers               of compression around the content
 * @param recipients           session key packets in one message
 * @param tries             private-key operations for one message, on session key packets that name a key or none
 * @param signatures           in one message
 * @param smallestRsaBits      of a key whose signature proves anything
 * @param clockTolerance       by which a signature may have been made in the future
 */
public record OpenPgpPolicy(
        long contentLimitBytes,
        long messageLimitBytes,
        int layers,
        int recipients,
        int tries,
        int signatures,
        int smallestRsaBits,
        Duration clockTolerance) {

    public OpenPgpPolicy {
        Objects.requireNonNull(clockTolerance, "clockTolerance");
        if (contentLimitBytes < 1 || messageLimitBytes < 1 || layers < 1 || recipients < 1 || signatures < 1) {
            throw new IllegalArgumentException("an OpenPGP policy must let something through");
        }
    }

    /** What a desk uses. */
    public static OpenPgpPolicy standard() {
        return new OpenPgpPolicy(50 << 20, 64 << 20, 8, 512, 128, 16, 2048, Duration.ofMinutes(10));
    }
}
