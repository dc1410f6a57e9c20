package org.embargo.openpgp;

/** A secret key can't be read, or not be unlocked with the passphrases at hand. */
public final class SecretKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    SecretKeyException(String message) {
        super(message);
    }

    SecretKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
