package org.embargo.store;

import java.io.IOException;
import org.embargo.model.IntakeId;

/** A sealed mail is torn or not ours. It was put into the quarantine folder, where a person can look at it. */
public final class IntakeDamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    public IntakeDamagedException(IntakeId id, Throwable cause) {
        super("sealed mail " + id + " is damaged", cause);
    }
}
