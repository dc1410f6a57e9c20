package org.embargo.openpgp;

import org.embargo.model.Fingerprint;

/** No key of a certificate can be used for what was asked, at that hour. Nothing falls back to clear text. */
public final class UnusableCertificateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCertificateException(Fingerprint fingerprint, String wanted) {
        super("no key of " + fingerprint + " can " + wanted + " now");
    }
}
