package org.embargo.store;

/** The store can't be opened. The message is for the operator: what is wrong, and what mends it. */
public final class StoreStartException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreStartException(String message) {
        super(message);
    }

    public StoreStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
