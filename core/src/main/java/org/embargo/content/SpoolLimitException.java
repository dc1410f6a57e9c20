package org.embargo.content;

import java.io.IOException;

/** More was written to a {@link Spool} than it may hold. */
public final class SpoolLimitException extends IOException {

    private static final long serialVersionUID = 1L;

    public SpoolLimitException(long limitBytes) {
        super("more than " + limitBytes + " bytes");
    }
}
