package org.embargo.openpgp;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Fingerprint;

/**
 * One signature and what became of it.
 *
 * @param state  the outcome
 * @param signer primary key of the known certificate that made it; empty for an unknown key
 * @param key    the (sub)key that made it, where the signature or the certificate tells its fingerprint
 * @param made   creation time by the signature itself; empty where it has none that is hashed
 * @param digest SHA-256, in lower-case hex, over the digest of what the signature covers: the same for each copy of one
 *               signature, whatever its unhashed subpackets and its salt; empty where it was not computed
 */
public record Verdict(
        SignatureState state,
        Optional<Fingerprint> signer,
        Optional<Fingerprint> key,
        Optional<Instant> made,
        Optional<String> digest) {

    public Verdict {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(digest, "digest");
    }

    /** Whether this is a good signature by the certificate with {@code primary} as its primary key. */
    public boolean isGoodBy(Fingerprint primary) {
        return state == SignatureState.GOOD && signer.filter(primary::equals).isPresent();
    }
}
