package org.embargo.openpgp;

import java.time.Instant;
import java.util.Objects;
import org.embargo.model.Address;

/**
 * A key made for a desk: a version 4 Ed25519 primary key, an Ed25519 signing subkey and an X25519 encryption subkey in
 * the forms that GnuPG 2.2 reads.
 *
 * @param certificate its public part
 * @param secret      its secret part in ASCII armor, protected by the passphrase
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public record NewDeskKey(Certificate certificate, String secret) {

    public NewDeskKey {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(secret, "secret");
    }

    /**
     * Makes one.
     *
     * @param name       stands before the address in the user id; may be empty
     * @param passphrase protects the secret part; the caller clears it
     */
    public static NewDeskKey generate(String name, Address address, char[] passphrase, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return "new key " + certificate.fingerprint();
    }
}
