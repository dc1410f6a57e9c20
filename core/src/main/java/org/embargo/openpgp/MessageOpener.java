package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.embargo.content.SpoolFolder;

/**
 * Opens OpenPGP messages: reads them to the end, verifies their integrity, and only then gives out content, all of it or
 * none.
 *
 * <p>Takes what RFC 9580 section 10.3 calls a message and nothing around it but markers and padding: one encryption
 * layer, integrity protected; inside {@code [OPS|Sig]* Compressed? Literal Sig*}. A session key that does not fit takes
 * the same path as a message that was changed. Safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class MessageOpener {

    private final OpenPgpPolicy policy;
    private final SpoolFolder spools;

    public MessageOpener(OpenPgpPolicy policy, SpoolFolder spools) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.spools = Objects.requireNonNull(spools, "spools");
    }

    /**
     * Opens a message that may be encrypted, or signed or compressed only.
     *
     * @param message armored (sloppily, too) or binary
     * @param keys    the desk's; no others are tried
     * @param known   certificates to verify signatures with
     * @throws IOException when {@code message} can't be read or the spool can't be written; never for what it holds
     */
    public Opening open(InputStream message, DeskKeys keys, CertificateDirectory known, Instant now)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The same for a message that claims to be encrypted: {@link OpeningFailure#NOT_ENCRYPTED} when it is not. */
    public Opening openEncrypted(InputStream message, DeskKeys keys, CertificateDirectory known, Instant now)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
