package org.embargo.openpgp;

import java.util.Objects;

/**
 * A signature apart from what it signs.
 *
 * @param armored in ASCII armor, line ends CRLF
 * @param micalg  the parameter's value in {@code multipart/signed} (RFC 3156 section 5)
 */
public record DetachedSignature(String armored, String micalg) {

    public DetachedSignature {
        Objects.requireNonNull(armored, "armored");
        Objects.requireNonNull(micalg, "micalg");
    }
}
