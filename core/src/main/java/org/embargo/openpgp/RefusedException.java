package org.embargo.openpgp;

import java.io.IOException;

/** OpenPGP data that is not taken, and why. An {@code IOException} so that it passes through streams. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final OpeningFailure failure;

    RefusedException(OpeningFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    RefusedException(OpeningFailure failure, Throwable cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    static RefusedException malformed() {
        return new RefusedException(OpeningFailure.MALFORMED);
    }

    OpeningFailure failure() {
        return failure;
    }
}
