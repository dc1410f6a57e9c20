package org.embargo.store;

import org.embargo.model.CaseId;

/**
 * Somebody else wrote to the case, or took its new number, since it was read: decide again. The transaction was rolled
 * back.
 */
public final class StaleCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleCaseException(CaseId id) {
        super(id + " was changed meanwhile");
    }
}
