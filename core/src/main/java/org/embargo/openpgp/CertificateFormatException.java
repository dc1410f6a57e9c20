package org.embargo.openpgp;

/** What should be one OpenPGP certificate is not. */
public final class CertificateFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    CertificateFormatException(String message) {
        super(message);
    }
}
