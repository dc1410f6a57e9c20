package org.embargo.mail;

import java.util.Objects;
import org.embargo.openpgp.Certificate;

/**
 * An OpenPGP certificate that a mail brought along. It proves nothing by itself; where it lay decides what may be done
 * with it.
 *
 * @param verifiesSignature whether a signature inside the encryption, or over a mail in clear, verifies with it
 */
public record BroughtCertificate(Certificate certificate, Origin origin, boolean verifiesSignature) {

    public BroughtCertificate {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(origin, "origin");
    }

    /** The same with more that is known of the certificate. */
    public BroughtCertificate with(Certificate known) {
        return new BroughtCertificate(known, origin, verifiesSignature);
    }

    /** Where in the mail it lay. */
    public enum Origin {
        INSIDE_ENCRYPTION,
        ATTACHED_IN_CLEAR,
        /** Header of that name whose {@code addr} is the author's (Autocrypt level 1). */
        AUTOCRYPT
    }
}
