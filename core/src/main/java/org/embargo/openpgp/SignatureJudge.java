package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.content.Content;

/**
 * Judges signatures, each at the time it was made: key bound and allowed to sign then, not revoked as compromised at any
 * time, hash and key strong enough, own expiry not passed, not in the future, over a document (type 0 or 1).
 *
 * <p>Safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class SignatureJudge {

    private final OpenPgpPolicy policy;

    public SignatureJudge(OpenPgpPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * A verdict for each signature in {@code signatures}, in order. One {@link SignatureState#BAD} when there is none in
     * it or it can't be read: what claims to be signed and is not must not look like unsigned.
     *
     * @param signed     exactly the bytes signed
     * @param signatures armored or binary
     */
    public List<Verdict> judgeDetached(Content signed, InputStream signatures, CertificateDirectory known, Instant now)
            throws IOException {
        throw new UnsupportedOperationException(policy.toString());
    }

    /**
     * The text of a block in the cleartext signature framework (RFC 9580 section 7) and what its signatures are worth.
     * Empty where it has not that form, or has armor headers that the framework doesn't know.
     *
     * @param block from {@code -----BEGIN PGP SIGNED MESSAGE-----} to the end of its signature, in the charset it came in
     */
    public Optional<CleartextMessage> judgeCleartext(byte[] block, CertificateDirectory known, Instant now)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
