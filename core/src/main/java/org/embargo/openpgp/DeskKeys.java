package org.embargo.openpgp;

import java.time.Instant;
import java.util.List;

/**
 * The secret keys of one desk, present and former, unlocked once and kept in memory. Every one of them opens mail,
 * expired ones too; the present one signs.
 *
 * <p>Immutable; safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class DeskKeys {

    DeskKeys() {}

    /**
     * Reads and unlocks all keys.
     *
     * @param present     armored or binary; its first key is the present one, any further ones count as former
     * @param former      the same for each former key
     * @param passphrases tried in turn on each protected key; none are needed where none is protected
     * @throws SecretKeyException when one of them can't be read or unlocked
     */
    public static DeskKeys read(byte[] present, List<byte[]> former, List<char[]> passphrases)
            throws SecretKeyException {
        throw new UnsupportedOperationException();
    }

    /** The present key's public part. */
    public Certificate certificate() {
        throw new UnsupportedOperationException();
    }

    /** Signs with the present key's newest signing key that is valid at {@code now}. */
    public Signer signer(Instant now) throws UnusableCertificateException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return "secret keys of " + certificate().fingerprint();
    }
}
